import type { Reader } from '#content/reader.ts';
import type { OfficeDossier, OverseenDossier } from '#web/server/services/office/dossiers.ts';
import type { Filter } from '../FilterForm.tsx';
import { ages, turns } from './asked.ts';
import { presentWatched } from './present-watched.server.ts';
import { presentOfficialDocuments } from '../../dossier/documents/present.server.ts';
import { presentEnding } from '../../dossier/summary/present-ending.server.ts';
import { presentHistory } from '../../dossier/summary/present-history.server.ts';

/** One dossier as the Office sees it, in words; `status` and `turn` say what the page offers. */
export function presentOfficeDossier(reader: Reader, dossier: OverseenDossier) {
  const { id, number, status, turn, merchantName, history, ending, documents, mediation, content, watched, representedSince } = dossier;
  const { t } = reader;
  return {
    id,
    number,
    status,
    turn,
    merchantName,
    statusLabel: reader.label('statuses', status),
    mediator: mediation && (mediation.mediator ?? t('mediation:assign.nobody')),
    assign: mediation?.open
      ? {
          label: t(mediation.mediator === null ? 'mediation:assign.title' : 'mediation:assign.titleAgain'),
          main: mediation.mediator === null ? ('primary' as const) : ('secondary' as const),
        }
      : null,
    history: presentHistory(reader, history),
    closing: ending && presentEnding(reader, ending),
    documents: presentOfficialDocuments(reader, documents),
    content: { mayOpen: content.mayOpen, until: content.until && reader.time(content.until) },
    watched: watched && presentWatched(reader, watched),
    represented: representedSince && t('office:dossier.revoke.since', { date: reader.day(representedSince) }),
  };
}

/** A row of the Office's list, in words. */
export function presentOfficeRow(reader: Reader, row: OfficeDossier) {
  const { id, number, status, turn, merchantName } = row;
  return {
    id,
    number,
    status,
    turn,
    merchantName,
    statusLabel: reader.label('statuses', status),
    since: row.turnSince ? reader.shortDay(row.turnSince) : '—',
    updated: reader.shortDateTime(row.changedAt),
  };
}

type Named = { id: string; name: string }[];

/** What the Office's list may be narrowed by, with what its address asks. */
export function presentDossierFilters(
  { t }: Reader,
  query: Record<string, string | null>,
  { mediators, merchants }: { mediators: Named; merchants: Named },
): Filter[] {
  const all = t('office:desk.any');
  const named = (rows: Named) => rows.map(({ id, name }) => ({ value: id, label: name }));
  return [
    {
      name: 'tour',
      label: t('office:dossiers.turn'),
      all,
      value: query['tour'] ?? '',
      options: turns.map((value) => ({ value, label: t(`office:dossiers.who.${value}`) })),
    },
    {
      name: 'age',
      label: t('office:dossiers.age'),
      all,
      value: query['age'] ?? '',
      options: ages.map((value) => ({ value, label: t('office:desk.atLeast', { count: Number(value) }) })),
    },
    {
      name: 'mediateur',
      label: t('absences:office.mediator'),
      all,
      value: query['mediateur'] ?? '',
      options: named(mediators),
    },
    {
      name: 'commercant',
      label: t('office:dossiers.merchant'),
      all,
      value: query['commercant'] ?? '',
      options: named(merchants),
    },
  ];
}
