import type fr from '../fr/live.ts';
import type { Shape } from '../shape.ts';

/** What a dossier's page says when it changes by itself. */
const live: Shape<typeof fr> = {
  message: 'A new message has come.',
  messages: '{{count}} new messages have come.',
  proposal: 'A new proposal has come.',
  turn: 'Whose turn it is: {{turn}}',
  changed: 'This page has just been updated.',
  see: 'See it',
  staleTitle: 'There is something new in this file.',
  stale: 'What you have written here is kept.',
  reload: 'Show the page as it is now',
  goneTitle: 'This page is no longer updated.',
  gone: 'Your session is over, or this file is no longer open to you. What you have written here is kept.',
  dismiss: 'Hide',
};
export default live;
