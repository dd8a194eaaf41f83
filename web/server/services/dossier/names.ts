import { label } from '#content/lists/index.ts';
import type { Language, Translate } from '#content/texts/index.ts';
import type { Author } from '#domain/dossier/index.ts';
import type { Opened } from './reader.ts';

/** What a dossier is called for this person: its title, or its number where content is not theirs to see. */
export function titleOf(opened: Opened, language: Language, t: Translate): string {
  if (opened.viewer === 'officer') return t('dossier:frame.officeTitle', { number: opened.head.number });
  return opened.head.title || label('problemKinds', opened.head.problemKind, language) || t('dossier:list.untitled');
}

/** Name of a side or of the mediator, as sentences use it; roles only for the Office. */
export function nameOf(opened: Opened, author: Author | 'office', t: Translate): string {
  const { head, viewer } = opened;
  if (author === 'office') return t('turn:who.office');
  if (author === 'mediator') return (viewer !== 'officer' && head.mediator?.name) || t('turn:who.mediator');
  if (viewer === 'officer') return t(`turn:who.${author}`);
  return (author === 'consumer' ? head.consumer.name : head.merchant.name) || t(`turn:who.${author}`);
}

/** Name of the party across the table; both sides for the mediator. */
export function otherPartyOf(opened: Opened, t: Translate): string {
  if (opened.side === 'consumer') return nameOf(opened, 'merchant', t);
  return nameOf(opened, 'consumer', t);
}

/** A sentence that begins with a name or a role begins with a capital. */
export function sentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase('fr-CA') + text.slice(1);
}
