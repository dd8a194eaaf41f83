import { useEffect } from 'react';
import { useT } from '../../texts.tsx';

/**
 * « Erreur : » at the start of the title while a refusal that scripts asked for is shown; a page sent as a document has it from the server. Written
 * without React, which does not control the title's text once the page is loaded.
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
