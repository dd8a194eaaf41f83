import type { Reader } from '#content/reader.ts';
import type { OfficeDossier, OverseenDossier } from '#web/server/services/office/dossiers.ts';
import { presentOfficialDocuments } from '../../dossier/documents/present.server.ts';
import { presentEnding } from '../../dossier/summary/present-ending.server.ts';
import { presentHistory } from '../../dossier/summary/present-history.server.ts';

/** One dossier as the Office sees it, in words; `status` and `turn` say what the page offers. */
export function presentOfficeDossier(reader: Reader, dossier: OverseenDossier) {
  const { id, number, status, turn, merchantName, history, ending, documents, mediation } = dossier;
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
