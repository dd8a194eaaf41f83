import { threadNames, type Outcome, type Status } from '#domain/dossier/index.ts';
import { threadCounts } from '#db/content/messages.ts';
import type { ServiceDeps } from '../../deps.ts';
import { named, titleOf, type DossierTitle, type Named } from '../open-dossier/party-names.ts';
import type { OpenDossier } from '../open-dossier/load-dossier.ts';
import { asRead } from '../messages/messages.ts';
import { timelineOf, type TimelinePhase } from './timeline.ts';
import { turnPanelOf, type TurnPanel } from './turn-panel.ts';

/** What stands around the four tabs of a dossier, for every reader (F-031). */
export type DossierShell = {
  id: string;
  title: DossierTitle;
  status: Status;
  outcome: Outcome | null;
  /** Nobody is named to the Office. */
  parties: { consumer: Named; merchant: Named } | null;
  mediator: string | null;
  /** Until when an officer reads the content, for a reason. */
  reading: string | null;
  turn: TurnPanel;
  timeline: TimelinePhase[];
  documents: number;
  proposals: number;
  /** New messages: of the mediation's room, and of the other threads that this person reads. */
  unread: { room: number; threads: number };
  /** What the page shows is as of this. */
  position: string;
};

export async function dossierShell({ db }: Pick<ServiceDeps, 'db'>, opened: OpenDossier): Promise<DossierShell> {
  const { summaryRow, state } = opened;
  const names = opened.can('identities');
  const threads = threadNames.filter((thread) => opened.canReadThread(thread));
  const counts = await threadCounts(db, {
    dossierId: summaryRow.id,
    threads: asRead(opened, threads),
    readerId: opened.user.id,
  });
  return {
    id: summaryRow.id,
    title: titleOf(opened),
    status: state.status,
    outcome: state.closing?.outcome ?? null,
    parties: names ? { consumer: named(opened, 'consumer'), merchant: named(opened, 'merchant') } : null,
    mediator: names ? (summaryRow.mediator?.name ?? null) : null,
    reading: opened.reading,
    turn: turnPanelOf(opened),
    timeline: timelineOf(state),
    documents: summaryRow.documentsCount,
    proposals: state.proposals.length,
    position: opened.position,
    unread: {
      room: counts.find((each) => each.thread === 'mediationRoom')?.unread ?? 0,
      threads: counts.reduce((sum, each) => sum + (each.thread === 'mediationRoom' ? 0 : each.unread), 0),
    },
  };
}
