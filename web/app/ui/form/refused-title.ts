import { useEffect } from 'react';
import { useT } from '../../texts.tsx';

/**
 * « Erreur : » at the head of the title while a refusal is shown that scripts asked for; a page sent as a document has it from the server.
 * Written past React, which knows nothing of the title's text once the page has it.
 */
export function useRefusedTitle(refused: boolean): void {
  const prefix = `${String(useT()('forms:titlePrefix'))} `;
  useEffect(() => {
    if (!refused || document.title.startsWith(prefix)) return;
    document.title = prefix + document.title;
    return () => {
      if (document.title.startsWith(prefix)) document.title = document.title.slice(prefix.length);
    };
  }, [refused, prefix]);
}
