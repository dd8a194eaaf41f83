import { randomUUID } from 'node:crypto';
import { pages } from '#contracts/pages/index.ts';
import type { Page } from '#contracts/pages/page.ts';
import * as scenarios from '#domain/testing/scenario/scenarios.ts';
import { formActs, type FormAct } from '#tests/integration/pages/acts.ts';
import type { Play } from '#tests/kit/engine/play.ts';
import type { EngineSuite } from '#tests/kit/engine/suite.ts';

/** `from`: the page whose form or scripts send it, where it is not the one that answers. `query`: what that page is asked. `file`: a file is sent with it. */
export type AnyAct = FormAct & { from?: Page; query?: (play: Play) => string; file?: true };

const offer = {
  ...{ intent: 'send', 'remedy[]': ['remboursement_partiel'], 'remboursement_partiel.amount': '75' },
  ...{ 'remboursement_partiel.deadline': '2099-01-31', terms: 'En un versement.' },
};
const message = () => ({ intent: 'send', body: 'Avez-vous des nouvelles?' });
const lastProposal = async (play: Play) => ({ proposalId: (await play.state()).proposals.at(-1)!.id });

/** Acts of forms whose text has a draft of its own, of forms about several dossiers, and of what scripts send: not among those that are sent twice alike. */
function otherActs(site: { suite: EngineSuite }): Record<string, AnyAct> {
  const { inMediation, inNegotiation, draft, submitted } = scenarios;
  const insert = async (sql: string, values: unknown[]): Promise<string> => {
    const id = randomUUID();
    await site.suite.pool.query(sql, [id, ...values]);
    return id;
  };
  const tabs = 'act';
  return {
    'a message to the other side': {
      ...{ page: pages.dossier.messages, by: 'consumer', scenario: inNegotiation, field: 'body', tabs },
      fields: message,
    },
    'a message that scripts save': {
      ...{ page: pages.dossier.autosave, from: pages.dossier.messages, by: 'consumer', scenario: inNegotiation },
      ...{ field: 'body', fields: message, tabs },
    },
    'a file that scripts send': {
      ...{ page: pages.dossier.upload, from: pages.dossier.documents, by: 'consumer', scenario: inNegotiation },
      ...{ field: 'files', file: true, tabs },
    },
    'a message to both sides': {
      ...{ page: pages.dossier.proposals, by: 'mediator', scenario: inMediation, field: 'body', tabs },
      fields: message,
    },
    'a proposal': {
      ...{ page: pages.dossier.propose, by: 'clerk', scenario: inNegotiation, field: 'remedy[]', tabs },
      fields: () => offer,
    },
    'the mediator’s proposal': {
      ...{ page: pages.dossier.propose, by: 'mediator', scenario: inMediation, field: 'remedy[]', tabs },
      fields: () => offer,
    },
    'another version of a proposal': {
      ...{ page: pages.dossier.editProposal, by: 'consumer', scenario: inNegotiation, field: 'remedy[]', tabs },
      ...{ params: lastProposal, fields: () => offer },
    },
    'the mediator’s notes': {
      ...{ page: pages.dossier.notes, by: 'mediator', scenario: inMediation, field: 'body', tabs },
      fields: () => ({ body: 'À rappeler.' }),
    },
    'an absence that is called off': {
      ...{ page: pages.absences.change, by: 'mediator', scenario: draft, field: 'firstDay', tabs },
      params: async ({ people }) => ({
        absenceId: await insert(
          `insert into mediator_absence (id, mediator_id, first_day, last_day, late) values ($1, $2, '2032-05-03', '2032-05-04', false)`,
          [people.mediator.userId],
        ),
      }),
      fields: () => ({ form_name: 'cancel' }),
    },
    'an answer of the intake': {
      ...{ page: pages.filing.screen, by: 'consumer', scenario: draft, field: 'details', tabs },
      ...{ params: async () => ({ screen: 'precisions' }), fields: () => ({ details: 'Le sofa est défait.' }) },
    },
    'an answer that scripts save': {
      ...{ page: pages.filing.autosave, from: pages.filing.screen, by: 'consumer', scenario: draft, field: 'details' },
      ...{ params: async () => ({ screen: 'precisions' }), fields: () => ({ details: 'Il est défait.' }), tabs },
    },
    'a file of the intake that scripts send': {
      ...{ page: pages.filing.upload, from: pages.filing.documents, by: 'consumer', scenario: draft },
      ...{ field: 'files', file: true, tabs },
    },
    'taking charge of several': {
      ...{ page: pages.queue.charge, by: 'clerk', scenario: submitted, field: 'form_key', tabs },
      query: ({ dossierId }) => `?acte=prendre&d=${dossierId}`,
      fields: ({ dossierId }) => ({ [`dossier.${dossierId}`]: 'yes', [`replaces.${dossierId}`]: '' }),
    },
    'putting dossiers at a place': {
      ...{ page: pages.queue.establishment, by: 'clerk', scenario: submitted, field: 'establishment', tabs },
      query: ({ dossierId }) => `?d=${dossierId}`,
      fields: async ({ dossierId, people }) => ({
        [`dossier.${dossierId}`]: 'yes',
        establishment: await insert(
          `insert into establishment (id, merchant_id, name, place) values ($1, $2, 'Rimouski', 1)`,
          [people.merchantId],
        ),
      }),
    },
    'a saved reply that is kept no more': {
      ...{ page: pages.queue.reply, by: 'clerk', scenario: draft, field: 'seen', tabs },
      params: async ({ people: { merchantId, clerk } }) => ({
        replyId: await insert(
          `insert into saved_reply (id, merchant_id, title, body, saved_by) values ($1, $2, 'Accueil', 'Bonjour.', $3)`,
          [merchantId, clerk.userId],
        ),
      }),
      fields: () => ({ form_name: 'remove', seen: '1' }),
    },
  };
}

/** Every act of a form that this file and the table of those that are sent twice know. */
export const allActs = (site: { suite: EngineSuite }): Record<string, AnyAct> => ({
  ...formActs(site),
  ...otherActs(site),
});

/** A form as the page that sends it gives it, filled in; where it is sent, and what it is read from. */
export type ReadyForm = {
  address: string;
  page: string;
  fields: Record<string, string | string[]>;
  file: boolean;
};

/** Where an act's form stands and is sent to, in a dossier, with what a person fills in. */
export async function readyForm(act: AnyAct, play: Play): Promise<ReadyForm> {
  const params = { dossierId: play.dossierId, ...(await act.params?.(play)) };
  const fields = (await act.fields?.(play)) ?? {};
  const query = act.query?.(play) ?? '';
  const at = ({ path }: Page): string =>
    path.replaceAll(/:(\w+)/g, (_all, name: string) => params[name as 'dossierId']);
  return { address: at(act.page) + query, page: at(act.from ?? act.page) + query, fields, file: act.file ?? false };
}
