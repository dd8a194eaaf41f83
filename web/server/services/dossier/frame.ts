import { threadNames } from '#domain/dossier/index.ts';
import { href, pages } from '#contracts/pages/index.ts';
import { label } from '#content/lists/index.ts';
import type { Language, Translate } from '#content/texts/index.ts';
import { threadCounts } from '#db/content/messages.ts';
import type { Database } from '#db/database.ts';
import { nameOf, titleOf } from './names.ts';
import type { Opened } from './reader.ts';
import { timelineOf, type Phase } from './timeline.ts';
import { turnPanelOf, type TurnPanel } from './turn-panel.ts';

/** What stands around the four tabs of a dossier, for every reader (F-031). */
export type DossierFrame = {
  id: string;
  number: string;
  title: string;
  phase: string;
  /** The phase is filled when the reader must act. */
  parties: { name: string; role: string }[];
  mediator: string | null;
  officeNotice: boolean;
  turn: TurnPanel;
  timeline: Phase[];
  tabs: {
    key: 'summary' | 'documents' | 'proposals' | 'messages';
    label: string;
    to: string;
    count: number | null;
    news: string | null;
  }[];
};

export async function frameOf(db: Database, opened: Opened, language: Language, t: Translate): Promise<DossierFrame> {
  const { head, state } = opened;
  const officer = opened.viewer === 'officer';
  const threads = threadNames.filter((thread) => opened.mayReadThread(thread));
  const counts = await threadCounts(db, { dossierId: head.id, threads, readerId: opened.user.id });
  const unread = counts.reduce((sum, each) => sum + (each.thread === 'mediationRoom' ? 0 : each.unread), 0);
  const unreadRoom = counts.find((each) => each.thread === 'mediationRoom')?.unread ?? 0;
  const news = (count: number) => (count > 0 ? t('dossier:frame.newCount', { count }) : null);
  const outcome = state.closing ? label('outcomes', state.closing.outcome, language) : null;
  return {
    id: head.id,
    number: head.number,
    title: titleOf(opened, language, t),
    phase: outcome ?? label('statuses', state.status, language),
    parties: officer
      ? []
      : [
          { name: nameOf(opened, 'consumer', t), role: t('dossier:frame.consumer') },
          { name: nameOf(opened, 'merchant', t), role: t('dossier:frame.merchant') },
        ],
    mediator: head.mediator && !officer ? t('dossier:frame.mediator', { name: head.mediator.name }) : null,
    officeNotice: officer,
    turn: turnPanelOf(opened, language, t),
    timeline: timelineOf(state, language, t),
    tabs: [
      {
        key: 'summary',
        label: t('dossier:frame.summary'),
        to: href(pages.dossier.summary, { dossierId: head.id }),
        count: null,
        news: null,
      },
      {
        key: 'documents',
        label: t('dossier:frame.documents'),
        to: href(pages.dossier.documents, { dossierId: head.id }),
        count: head.documentsCount,
        news: null,
      },
      {
        key: 'proposals',
        label: t('dossier:frame.proposals'),
        to: href(pages.dossier.proposals, { dossierId: head.id }),
        count: state.proposals.length,
        news: news(unreadRoom),
      },
      {
        key: 'messages',
        label: t('dossier:frame.messages'),
        to: href(pages.dossier.messages, { dossierId: head.id }),
        count: null,
        news: news(unread),
      },
    ],
  };
}
