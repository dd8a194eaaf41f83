import type { Reader } from '#content/reader.ts';
import { addressOf } from '#domain/agreement/model.ts';
import type { DossierSummary, Representation, SummaryParties } from '#web/server/services/dossier/summary/summary.ts';
import type { Line } from './lines.ts';
import { presentEnding } from './present-ending.server.ts';
import { presentLeaving } from './present-leaving.server.ts';
import { presentHistory } from './present-history.server.ts';
import { presentProblem } from './present-problem.server.ts';

/** « Résumé du dossier » in words (F-032, F-082). */
export function presentSummary(reader: Reader, summary: DossierSummary) {
  const { t, label } = reader;
  const { ending, leaving, parties, representation, problem, office, history, historyCut } = summary;
  return {
    closing: ending && presentEnding(reader, ending),
    leaving: leaving && presentLeaving(reader, leaving),
    parties: parties ? presentParties(reader, parties) : [],
    /** Where representation stands for the consumer's side, and what can be done about it. */
    representative: representation && presentRepresentation(reader, representation),
    problem: problem && presentProblem(reader, problem),
    office: office && [
      { label: t('dossier:office.merchant'), value: office.merchant },
      { label: t('dossier:office.problemKind'), value: label('problemKinds', office.problemKind) },
      { label: t('dossier:office.proposals'), value: String(office.proposals) },
      { label: t('dossier:office.documents'), value: String(office.documents) },
    ],
    history: presentHistory(reader, history),
    historyNote:
      historyCut === null ? t('dossier:summary.historyNote') : t('dossier:summary.olderEvents', { count: historyCut }),
  };
}

type Party = { title: string; lines: Line[]; note: string | null };

function presentParties({ t, label, phone: number }: Reader, parties: SummaryParties): Party[] {
  const { representative, handler, respondent, over, answering, mediator } = parties;
  const wrote = (key: string, value: string): Line => ({ label: t(`dossier:summary.${key}`), value, user: true });
  const contact = ({ name, phone, email, ...place }: SummaryParties['consumer']) =>
    [
      wrote('name', name),
      wrote('address', addressOf({ name, ...place })),
      wrote('phone', number(phone)),
      wrote('email', email),
    ].filter(({ value }) => value.trim() !== '');
  const consumer = contact(parties.consumer);
  if (representative) {
    const relationship = label('relationships', representative.relationship);
    consumer.push(
      wrote('representative', representative.name),
      { label: t('dossier:summary.relationship'), value: relationship },
      wrote('email', representative.email),
    );
    if (representative.phone) consumer.push(wrote('phone', number(representative.phone)));
  }
  const merchant = contact(parties.merchant);
  if (parties.branch) merchant.push(wrote('branch', parties.branch));
  if (parties.contactPerson) merchant.push(wrote('contactPerson', parties.contactPerson));
  if (handler) {
    const { name, jobTitle, email, phone } = handler;
    merchant.push(wrote('handler', jobTitle ? `${name}, ${jobTitle}` : name));
    // Whoever has left the company since is named as having answered for it, and is not to be written to.
    if (email) merchant.push(wrote('email', email));
    if (phone) merchant.push(wrote('phone', number(phone)));
  } else if (respondent !== null) {
    merchant.push(wrote('respondent', respondent));
  }
  const said: Party[] = [
    {
      title: t('dossier:summary.consumer'),
      lines: consumer,
      note:
        representative && t(`dossier:summary.${representative.active ? (over ? 'activeOver' : 'active') : 'invited'}`),
    },
    {
      title: t('dossier:summary.merchant'),
      lines: merchant,
      note: handler ? null : t(over && !answering ? 'dossier:summary.neverInCharge' : 'dossier:summary.nobodyInCharge'),
    },
  ];
  if (mediator) {
    const lines = [wrote('name', mediator.name)];
    if (mediator.accreditation) lines.push(wrote('accreditation', mediator.accreditation));
    said.push({ title: t('dossier:summary.mediator'), lines, note: null });
  }
  return said;
}

function presentRepresentation({ t }: Reader, representation: Representation): { note: string; act: string } {
  switch (representation.stand) {
    case 'none':
      return { note: t('dossier:summary.noRepresentative'), act: t('dossier:summary.addRepresentative') };
    case 'reader':
      return {
        note: t('dossier:summary.youRepresent', { name: representation.consumer }),
        act: t('dossier:summary.stopRepresenting'),
      };
    case 'someone':
      return { note: representation.name, act: t('dossier:summary.removeRepresentative') };
  }
}
