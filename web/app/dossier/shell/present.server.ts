import { nameOf } from '#content/named.ts';
import type { Reader } from '#content/reader.ts';
import { href, pages } from '#contracts/pages/index.ts';
import type { DossierTitle } from '#web/server/services/dossier/open-dossier/party-names.ts';
import type { DossierShell } from '#web/server/services/dossier/shell/shell.ts';
import { presentTimeline } from './present-timeline.server.ts';
import { presentTurnPanel } from './present-turn-panel.server.ts';

/** What stands around the four tabs, in words. */
export function presentShell(reader: Reader, shell: DossierShell) {
  const { t, label } = reader;
  const { id: dossierId, title, parties, mediator, unread } = shell;
  const news = (count: number) => (count > 0 ? t('dossier:shell.newCount', { count }) : null);
  return {
    id: dossierId,
    live: { address: href(pages.dossier.live, { dossierId }), position: shell.position },
    number: title.number,
    title: presentTitle(reader, title),
    phase: shell.outcome ? label('outcomes', shell.outcome) : label('statuses', shell.status),
    parties: parties
      ? [
          { name: nameOf(reader, parties.consumer), role: t('dossier:shell.consumer') },
          { name: nameOf(reader, parties.merchant), role: t('dossier:shell.merchant') },
        ]
      : [],
    mediator: mediator === null ? null : t('dossier:shell.mediator', { name: mediator }),
    officeNotice: parties === null,
    reading: shell.reading && reader.time(shell.reading),
    turn: presentTurnPanel(reader, shell.turn, dossierId),
    timeline: presentTimeline(reader, shell.timeline),
    tabs: [
      tab('summary', { to: href(pages.dossier.summary, { dossierId }), count: null, news: null }),
      tab('documents', { to: href(pages.dossier.documents, { dossierId }), count: shell.documents, news: null }),
      tab('proposals', {
        to: href(pages.dossier.proposals, { dossierId }),
        count: shell.proposals,
        news: news(unread.room),
      }),
      tab('messages', { to: href(pages.dossier.messages, { dossierId }), count: null, news: news(unread.threads) }),
    ],
  };

  function tab(
    key: 'summary' | 'documents' | 'proposals' | 'messages',
    more: { to: string; count: number | null; news: string | null },
  ) {
    return { key, label: t(`dossier:shell.${key}`), ...more };
  }
}

/** What a dossier is called. */
export function presentTitle({ t, label }: Reader, { number, content }: DossierTitle): string {
  if (!content) return t('dossier:shell.officeTitle', { number });
  return content.title || label('problemKinds', content.problemKind) || t('dossier:list.untitled');
}
