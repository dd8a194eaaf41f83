import type { Reader } from '#content/reader.ts';
import { href, pages } from '#contracts/pages/index.ts';
import type { OfficeDossier, OverseenDossier } from '#web/server/services/office/dossiers.ts';
import { tableOf, type ListTable } from '../../lists/table.ts';
import type { Filter } from '../../lists/FilterForm.tsx';
import { ages, turns } from './asked.ts';
import { presentReferral } from '../codes/codes.present.server.ts';
import { sinceWords } from '../desk/present-queue.server.ts';
import { presentFollowUp } from './present-follow-up.server.ts';
import { presentWatched } from './present-watched.server.ts';
import { presentOfficialDocuments } from '../../dossier/documents/present.server.ts';
import { presentEnding } from '../../dossier/summary/present-ending.server.ts';
import { presentHistory } from '../../dossier/summary/present-history.server.ts';

/** One dossier as the Office sees it, in words; `status` and `turn` say what the page offers. */
export function presentOfficeDossier(reader: Reader, dossier: OverseenDossier) {
  const {
    id,
    number,
    status,
    turn,
    merchantName,
    history,
    ending,
    documents,
    mediation,
    content,
    watched,
    representedSince,
  } = dossier;
  const { t } = reader;
  return {
    id,
    number,
    status,
    turn,
    merchantName,
    statusLabel: reader.label('statuses', status),
    facts: presentFacts(reader, dossier),
    followUp: presentFollowUp(reader, dossier.followUp),
    codes: dossier.codes.map((code) => {
      const { id: codeId, reference, email, issuedOn, until, state } = presentReferral(reader, code);
      return { id: codeId, reference, email, issuedOn, until, state };
    }),
    historyCut: dossier.historyCut && t('office:dossier.cut', { count: dossier.historyCut }),
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

/** What a caller asks first: since when it is there and waits, and how many proposals were made. */
function presentFacts(reader: Reader, { turnSince, createdAt, proposals, followUp }: OverseenDossier) {
  const { t } = reader;
  return [
    { label: t('office:dossiers.opened'), value: reader.shortDay(createdAt) },
    ...(turnSince ? [{ label: t('office:dossiers.since'), value: sinceWords(reader, turnSince, followUp.now) }] : []),
    ...(proposals ? [{ label: t('mediation:assign.proposals'), value: t('office:dossier.proposals', proposals) }] : []),
  ];
}

/** Dossiers as the Office's lists show them, on their page and in their file: their course, never their content. */
export function presentOfficeRows(reader: Reader, rows: readonly OfficeDossier[]): ListTable {
  const { t, label, shortDay, shortDateTime } = reader;
  return tableOf(
    {
      to: ({ id }) => href(pages.office.dossier, { dossierId: id }),
      columns: [
        { name: 'number', label: t('office:dossiers.number'), nowrap: true, cell: ({ number }) => number },
        { name: 'status', label: t('office:dossiers.status'), cell: ({ status }) => label('statuses', status) },
        {
          name: 'turn',
          label: t('office:dossiers.turn'),
          cell: ({ turn }) => (turn ? t(`office:dossiers.who.${turn}`) : '—'),
        },
        {
          name: 'since',
          label: t('office:dossiers.since'),
          nowrap: true,
          cell: ({ turnSince }) => (turnSince ? shortDay(turnSince) : '—'),
        },
        { name: 'merchant', label: t('office:dossiers.merchant'), cell: ({ merchantName }) => merchantName },
        {
          name: 'opened',
          label: t('office:dossiers.opened'),
          nowrap: true,
          cell: ({ createdAt }) => shortDay(createdAt),
        },
        {
          name: 'updated',
          label: t('office:dossiers.updated'),
          nowrap: true,
          cell: ({ changedAt }) => shortDateTime(changedAt),
        },
      ],
    },
    rows,
  );
}

type Named = { id: string; name: string }[];

/** What the Office's list may be narrowed by, with what its address asks. */
export function presentDossierFilters(
  { t }: Reader,
  query: Record<string, string | null>,
  { mediators, merchants }: { mediators: (Named[number] & { closed: boolean })[]; merchants: Named },
): Filter[] {
  const all = t('lists:filters.any');
  const named = (rows: Named) => rows.map(({ id, name }) => ({ value: id, label: name }));
  const merchant = {
    name: 'commercant',
    label: t('office:dossiers.merchant'),
    all,
    value: query['commercant'] ?? '',
    options: named(merchants),
  };
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
      options: mediators.map(({ id, name, closed }) => ({
        value: id,
        label: closed ? t('office:dossiers.closedAccount', { name }) : name,
      })),
    },
    ...(merchants.length > 0 ? [merchant] : []),
  ];
}
