import { isCode } from '#content/lists/index.ts';
import { AppError } from '#contracts/errors.ts';
import type { HandBackForm, ReportForm } from '#contracts/schemas/mediation.ts';
import { dossierEvents } from '#db/dossiers/history.ts';
import { endOfDay, todayInQuebec } from '#domain/calendar/civil-day.ts';
import type { ContactWay, MediationReport, ReportAnswer, Side } from '#domain/dossier/index.ts';
import { canKnow } from '#domain/visibility/index.ts';
import type { ServiceDeps } from '../../deps.ts';
import { execute, type CommandEngine } from '../open-dossier/execute.ts';
import { demandAction, type OpenDossier } from '../open-dossier/load-dossier.ts';

/** Before the mediator hands the dossier back. @throws AppError the rules' reason. */
export function handBackForm(_deps: unknown, opened: OpenDossier): void {
  demandAction(opened, 'recuse');
}

/**
 * The mediator hands the dossier back to the Office, which names someone else (§9.5); the parties read why when the mediator chooses so (ADR 49).
 *
 * @returns whether they do.
 * @throws AppError `value.invalid`, the rules' refusals.
 */
export async function handBack(
  deps: { engine: CommandEngine },
  opened: OpenDossier,
  { key, form: { reason, parties } }: { key: string; form: HandBackForm },
): Promise<boolean> {
  if (!isCode('recusalReasons', reason)) throw new AppError('value.invalid');
  const told = parties === 'told';
  await execute(deps, opened, { key, command: { type: 'recuse', reason, ...(told ? { tellParties: true } : {}) } });
  return told;
}

/** A report, and what the Office answered to it; `open`: it has not yet. */
type ToldReport = MediationReport & { answer: { what: ReportAnswer; at: string } | null; open: boolean };

/**
 * Instants; `today` is a civil day in Québec; `history`: what was told of this mediation, by whoever led it, newest first; `reached`: how the Office reminded,
 * called or wrote to a side of it, newest first (F-136).
 */
export type ReportFacts = {
  target: string | null;
  targetOver: boolean;
  history: ToldReport[];
  reached: { at: string; side: Side; way: ContactWay | 'nudged' }[];
  today: string;
};

/** What the mediator told the Office, and what it did. */
const toldOfReports = ['reportedToOffice', 'reportAnswered', 'sideNudged', 'sideContacted'] as const;

/** Before the mediator tells the Office why the mediation lasts. @throws AppError the rules' reason. */
export async function reportForm({ db }: Pick<ServiceDeps, 'db'>, opened: OpenDossier): Promise<ReportFacts> {
  demandAction(opened, 'reportToOffice');
  const { mediation } = opened.state;
  const rows = await dossierEvents(db, { dossierId: opened.summaryRow.id, types: toldOfReports });
  const known = rows.map(({ event }) => event).filter((event) => canKnow(opened.state, opened, event));
  const answers = known.filter((event) => event.type === 'reportAnswered');
  const answerTo = (report: string) => answers.find(({ reports }) => reports.includes(report));
  return {
    target: mediation?.target ?? null,
    targetOver: mediation?.target != null && mediation.target < opened.now,
    history: known.flatMap((event): ToldReport[] => {
      if (event.type !== 'reportedToOffice') return [];
      const { kind, side, newTarget, at } = event;
      const answered = answerTo(at);
      return [
        {
          ...{ kind, side, newTarget, at },
          answer: answered ? { what: answered.answer, at: answered.at } : null,
          open: mediation?.openReports.some((report) => report.at === at) ?? false,
        },
      ];
    }),
    reached: known.flatMap((event): ReportFacts['reached'] => {
      if (event.at < (mediation?.startedAt ?? '')) return [];
      if (event.type === 'sideNudged') return [{ at: event.at, side: event.side, way: 'nudged' }];
      return event.type === 'sideContacted' ? [{ at: event.at, side: event.side, way: event.way }] : [];
    }),
    today: todayInQuebec(opened.now),
  };
}

/** Why it lasts, whom it waits for, until when it may go on (F-130, A-24, F-136). @throws AppError `value.invalid` for a day that is over. */
export async function report(
  deps: { engine: CommandEngine },
  opened: OpenDossier,
  { key, form }: { key: string; form: ReportForm },
): Promise<void> {
  const { kind, side } = form;
  const newTarget = form.newTarget === null ? null : endOfDay(form.newTarget);
  await execute(deps, opened, { key, command: { type: 'reportToOffice', kind, side, newTarget } });
}
