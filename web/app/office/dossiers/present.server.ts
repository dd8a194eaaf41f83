import type { Reader } from '#content/reader.ts';
import type { OfficeDossier, OverseenDossier } from '#web/server/services/office/dossiers.ts';
import { presentOfficialDocuments } from '../../dossier/documents/present.server.ts';
import { presentEnding } from '../../dossier/summary/present-ending.server.ts';
import { presentHistory } from '../../dossier/summary/present-history.server.ts';

/** One dossier as the Office sees it, in words; `status` and `turn` say what the page offers. */
export function presentOfficeDossier(reader: Reader, dossier: OverseenDossier) {
  const { history, ending, documents, ...row } = dossier;
  return {
    ...row,
    statusLabel: reader.label('statuses', row.status),
    history: presentHistory(reader, history),
    closing: ending && presentEnding(reader, ending),
    documents: presentOfficialDocuments(reader, documents),
  };
}

/** A row of the Office's list, in words. */
export function presentOfficeRow(reader: Reader, row: OfficeDossier) {
  return {
    ...row,
    statusLabel: reader.label('statuses', row.status),
    since: row.turnSince ? reader.shortDay(row.turnSince) : '—',
    updated: reader.shortDateTime(row.changedAt),
  };
}
