import type { Author } from '#domain/dossier/index.ts';
import type { OpenDossier } from './load-dossier.ts';

/** A side, the mediator or the Office as sentences name them: by `name`, or by role where there is none for this reader. */
export type Named = { role: Author | 'office'; name: string | null };

/** What a dossier is called for this person: its title and the kind of its problem; its number alone where content is not theirs to see. */
export type DossierTitle = { number: string; content: { title: string; problemKind: string } | null };

export function titleOf({ can, summaryRow }: OpenDossier): DossierTitle {
  const { number, title, problemKind } = summaryRow;
  return { number, content: can('identities') ? { title, problemKind } : null };
}

/** A side or the mediator; roles only for those to whom nobody is named, as to the Office. */
export function named({ summaryRow, can }: OpenDossier, role: Named['role']): Named {
  if (!can('identities') || role === 'office') return { role, name: null };
  if (role === 'mediator') return { role, name: summaryRow.mediator?.name ?? null };
  return { role, name: summaryRow[role].name };
}

/** The other party; the consumer for those who are on no side. */
export function otherParty(opened: OpenDossier): Named {
  return named(opened, opened.side === 'consumer' ? 'merchant' : 'consumer');
}
