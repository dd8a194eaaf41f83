import { nameOf } from '#content/named.ts';
import type { Reader } from '#content/reader.ts';
import { href, pages, withQuery } from '#contracts/pages/index.ts';
import type { SharedFacts, SharingFacts } from '#web/server/services/dossier/messages/sharing.ts';

/** The messages that a party chooses from, in words; who will read them. */
export function presentSharing(reader: Reader, facts: SharingFacts) {
  const { t, moment } = reader;
  const names = { mediator: nameOf(reader, facts.mediator), other: nameOf(reader, facts.other) };
  const address = href(pages.dossier.shareMessages, { dossierId: facts.dossierId });
  return {
    intro: t('messages:sharing.intro', names),
    told: t('messages:sharing.told', names),
    messages: facts.messages.map(({ id, body, authorName, mine, publishedAt, sharedAt }) => ({
      id,
      head: `${mine ? t('messages:you') : authorName}, ${moment(publishedAt)}`,
      body,
      shared: sharedAt ? t('messages:shared', { date: moment(sharedAt) }) : null,
    })),
    before: facts.before,
    older: facts.olderThan && withQuery(address, { avant: facts.olderThan }),
    newest: facts.before && address,
  };
}

/** What the mediator was shown, in words. */
export function presentShared(reader: Reader, { dossierId, shares, messages }: SharedFacts) {
  const { t, moment } = reader;
  return {
    share: shares ? href(pages.dossier.shareMessages, { dossierId }) : null,
    messages: messages.map(({ id, body, authorName, authorRole, mine, publishedAt, sharedAt, sharedBy }) => ({
      id,
      author: mine ? t('messages:you') : authorName,
      role: t(`messages:roles.${authorRole}`),
      at: moment(publishedAt),
      body,
      mine,
      shared: t('messages:sharing.sharedBy', { name: sharedBy, date: moment(sharedAt) }),
    })),
  };
}
