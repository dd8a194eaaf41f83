import { readEnv } from '#config/env.ts';
import { pages } from '#contracts/pages/index.ts';
import type { Page } from '#contracts/pages/page.ts';
import { hashCode, invitationKey } from '#db/codes.ts';
import * as scenarios from '#domain/testing/scenario/scenarios.ts';
import { dayFromToday } from '#tests/kit/days.ts';
import { handOn } from '#tests/kit/engine/hand-on.ts';
import type { Play } from '#tests/kit/engine/play.ts';
import type { EngineSuite } from '#tests/kit/engine/suite.ts';
import { sentParticipation, waitingAccessRequest, waitingParticipation } from '#tests/kit/participation.ts';
import { createPeople, type People } from '#tests/kit/people.ts';
import { bothTexts } from '#tests/kit/undertaking.ts';

type Sender = 'consumer' | 'friend' | 'respondent' | 'clerk' | 'mediator' | 'officer';

/**
 * A form that does something, as one person may send it, from where its dossier begins. `field`: one by which it is found on its page. `tabs`: what the same thing sent from a page
 * that was opened before says: the act is `done`, or `refused` in a sentence; another `act` of its own, where doing it again means something.
 */
export type FormAct = {
  page: Page;
  by: Sender;
  scenario: scenarios.Scenario;
  field: string;
  fields?: (play: Play) => Record<string, string | string[]> | Promise<Record<string, string | string[]>>;
  params?: (play: Play) => Promise<Record<string, string>>;
  tabs: 'done' | 'refused' | 'act';
};

const words = { justification: 'Nous ne nous entendons pas.', confirmed: 'yes' };
const lastProposal = async (play: Play) => ({ proposalId: (await play.state()).proposals.at(-1)!.id });
const company = {
  ...{ name: 'Meubles du Lac', legalName: '', neq: '', email: 'lac@meubles.example', phone: '418 555-0100' },
  ...{ addressLine: '4120, boulevard des Galeries', city: 'Québec', province: 'QC', postalCode: 'G2K 1B7' },
};
const person = (email: string) => ({ firstName: 'Julie', lastName: 'Nguyen', email, language: 'fr' });

/** Every act that a form does, by what it is; a suite’s `site` is asked when one is played. */
export function formActs(site: { suite: EngineSuite }): Record<string, FormAct> {
  /** People of the Office's directory that no other row touches. */
  const aside = (): Promise<People> => createPeople(site.suite.pool);
  const memberOf = async () => {
    const people = await aside();
    return { merchantId: people.merchantId, userId: people.clerk.userId };
  };
  const closed = async () => {
    const userId = (await aside()).mediator.userId;
    await site.suite.pool.query(`update app_user set disabled_at = now() where id = $1`, [userId]);
    return { userId };
  };

  const acts: Record<string, FormAct> = {
    'taking charge': {
      ...{
        page: pages.dossier.takeCharge,
        by: 'clerk',
        scenario: scenarios.submitted,
        field: 'replaces',
        tabs: 'done',
      },
    },
    'a refusal': {
      ...{ page: pages.dossier.refuse, by: 'clerk', scenario: scenarios.submitted, field: 'reason', tabs: 'refused' },
      fields: () => ({ ...words, reason: 'fabricant' }),
    },
    'a closing': {
      ...{ page: pages.dossier.close, by: 'consumer', scenario: scenarios.inNegotiation, field: 'reason' },
      ...{ fields: () => ({ ...words, reason: 'plus_interet' }), tabs: 'refused' },
    },
    'a request for mediation': {
      ...{ page: pages.dossier.mediation, by: 'consumer', scenario: scenarios.countered, field: 'form_key' },
      tabs: 'refused',
    },
    'a withdrawal from mediation': {
      ...{ page: pages.dossier.leaveMediation, by: 'consumer', scenario: scenarios.inMediation, field: 'reason' },
      ...{ fields: () => ({ ...words, reason: 'plus_interet' }), tabs: 'refused' },
    },
    'the end of a mediation': {
      ...{ page: pages.dossier.closeMediation, by: 'mediator', field: 'reason', tabs: 'refused' },
      scenario: scenarios.closingAnnounced,
      fields: () => ({ ...words, reason: 'inconciliables', nature: 'Un lit livré en retard.' }),
    },
    'the announcement of the end of a mediation': {
      ...{
        page: pages.dossier.closeMediation,
        by: 'mediator',
        scenario: scenarios.inMediation,
        field: 'announcesClosing',
      },
      ...{ fields: () => ({ body: 'Je vais fermer le dossier.' }), tabs: 'refused' },
    },
    'a hand-back': {
      ...{ page: pages.dossier.handBack, by: 'mediator', scenario: scenarios.inMediation, field: 'reason' },
      ...{ fields: () => ({ reason: 'conflit_interets', parties: 'not_told', confirmed: 'yes' }), tabs: 'done' },
    },
    'news to the Office': {
      ...{ page: pages.dossier.report, by: 'mediator', scenario: scenarios.inMediation, field: 'kind' },
      ...{ fields: () => ({ kind: 'delay' }), tabs: 'act' },
    },
    'a declaration': {
      ...{ page: pages.dossier.declareNoConflict, by: 'mediator', scenario: scenarios.mediatorNamed, tabs: 'done' },
      ...{ field: 'declaration', fields: () => ({ declaration: 'none' }) },
    },
    'a conflict that is declared': {
      ...{ page: pages.dossier.declareNoConflict, by: 'mediator', scenario: scenarios.mediatorNamed, tabs: 'done' },
      ...{ field: 'declaration', fields: () => ({ declaration: 'conflit_interets' }) },
    },
    'asking for another version': {
      ...{ page: pages.dossier.askForRevision, by: 'clerk', scenario: scenarios.mediatorProposed, field: 'version' },
      ...{ params: lastProposal, tabs: 'done' },
    },
    'showing messages to the mediator': {
      ...{ page: pages.dossier.shareMessages, by: 'consumer', field: 'messages[]', tabs: 'done' },
      scenario: [
        ...scenarios.inNegotiation,
        { by: 'clerk', act: 'propose' },
        { by: 'consumer', act: 'postMessage' },
        { by: 'consumer', act: 'requestMediation' },
        { by: 'officer', act: 'assignMediator', mediator: 'mediator' },
        { by: 'mediator', act: 'declareNoConflict' },
      ],
      fields: async ({ dossierId }) => {
        const { rows } = await site.suite.pool.query<{ id: string }>('select id from message where dossier_id = $1', [
          dossierId,
        ]);
        return { 'messages[]': rows.map(({ id }) => id) };
      },
    },
    'opening a private talk': {
      ...{ page: pages.dossier.openCaucus, by: 'consumer', field: 'form_key', tabs: 'refused' },
      scenario: [...scenarios.inMediation, { by: 'consumer', act: 'postMessage', thread: 'consumerCaucus' }],
      params: async (play) => (await handOn(site.suite.pool, play), {}),
    },
    'an absence': {
      ...{ page: pages.absences.list, by: 'mediator', scenario: scenarios.draft, field: 'firstDay', tabs: 'refused' },
      fields: () => ({ firstDay: '2031-03-03', lastDay: '2031-03-21' }),
    },
    'an absence and who stands in': {
      ...{ page: pages.queue.absences, by: 'clerk', scenario: scenarios.draft, field: 'firstDay', tabs: 'refused' },
      fields: ({ people: { merchantId, clerk, otherClerk } }) => ({
        ...{ absent: `${merchantId} ${clerk.userId}`, substitute: otherClerk.userId },
        ...{ firstDay: '2031-03-03', lastDay: '2031-03-21' },
      }),
    },
    'a saved reply': {
      ...{ page: pages.queue.replies, by: 'clerk', scenario: scenarios.draft, field: 'title', tabs: 'act' },
      fields: () => ({ title: 'Accueil', body: 'Bonjour.' }),
    },
    'the Office’s note of a call': {
      ...{ page: pages.office.followUp, by: 'officer', scenario: scenarios.submitted, field: 'kind', tabs: 'act' },
      fields: () => ({ form_name: 'contact', kind: 'missed', side: 'merchant', body: 'Personne ne répond.' }),
    },
    'the Office’s next step': {
      ...{
        page: pages.office.followUp,
        by: 'officer',
        scenario: scenarios.submitted,
        field: 'dueDay',
        tabs: 'refused',
      },
      fields: () => ({ form_name: 'step', dueDay: '2031-03-03', what: 'Rappeler le commerçant' }),
    },
    'an acceptance': {
      ...{ page: pages.dossier.acceptProposal, by: 'clerk', scenario: scenarios.inNegotiation, field: 'read' },
      ...{ fields: () => ({ read: 'yes' }), params: lastProposal, tabs: 'done' },
    },
    'an acceptance taken back': {
      ...{ page: pages.dossier.proposals, by: 'consumer', field: 'proposalId', tabs: 'refused' },
      scenario: [...scenarios.mediatorProposed, { by: 'consumer', act: 'acceptProposal' }],
      fields: async (play) => ({ ...(await lastProposal(play)), intent: 'withdrawAcceptance' }),
    },
    'a withdrawal of a document': {
      ...{ page: pages.dossier.withdrawDocument, by: 'consumer', field: 'justification', tabs: 'refused' },
      scenario: [...scenarios.inNegotiation, { by: 'consumer', act: 'addDocument' }],
      params: async (play) => ({ documentId: (await play.state()).documents.at(-1)!.id }),
      fields: () => ({ justification: 'Ce n’est pas le bon.' }),
    },
    'a document that waits': {
      ...{ page: pages.dossier.documents, by: 'consumer', scenario: scenarios.inNegotiation, field: 'files' },
      fields: async (play) => ({ documentId: await play.drafts.document(site.suite.people.consumer) }),
      tabs: 'done',
    },
    'naming a representative': {
      ...{ page: pages.representation.manage, by: 'consumer', scenario: scenarios.draft, field: 'firstName' },
      fields: () => ({ ...person('julie@amie.example'), relationship: 'ami', adult: 'yes', consent: 'yes' }),
      tabs: 'refused',
    },
    'removing a representative': {
      ...{ page: pages.representation.manage, by: 'consumer', field: 'form_key', tabs: 'refused' },
      scenario: [...scenarios.draft, ...scenarios.representation],
      fields: () => ({ intent: 'remove' }),
    },
    'leaving a representation': {
      ...{ page: pages.representation.manage, by: 'friend', field: 'form_key', tabs: 'done' },
      scenario: [...scenarios.inNegotiation, ...scenarios.representation],
      fields: () => ({ intent: 'remove' }),
    },
    'accepting to represent': {
      ...{ page: pages.representation.invitation, by: 'friend', field: 'validationKey', tabs: 'refused' },
      scenario: [...scenarios.inNegotiation, { by: 'consumer', act: 'nameRepresentative' }],
      fields: async ({ dossierId }) => {
        const { pool, servers, people } = site.suite;
        const { secrets } = readEnv(servers.env);
        const { rows } = await pool.query<{ id: string; number: string }>(
          `select i.id, d.number from invitation i join dossier d on d.id = i.dossier_id where i.dossier_id = $1`,
          [dossierId],
        );
        const { id, number } = rows[0]!;
        const validationKey = invitationKey(secrets[0], id);
        await pool.query(
          `update invitation set key_hash = $2, email = (select email from app_user where id = $3) where id = $1`,
          [id, await hashCode(secrets, validationKey), people.friend.userId],
        );
        return { number, validationKey, adult: 'yes', notLawyer: 'yes', ...bothTexts };
      },
    },
    'naming a mediator': {
      ...{
        page: pages.office.assignMediator,
        by: 'officer',
        scenario: scenarios.mediationRequested,
        field: 'mediatorId',
      },
      tabs: 'refused',
      fields: async ({ people: { mediator } }) => {
        await site.suite.pool.query(`update app_user set password_hash = 'x' where id = $1`, [mediator.userId]);
        return { mediatorId: mediator.userId, replaces: '' };
      },
    },
    'a nudge': {
      ...{ page: pages.office.dossier, by: 'officer', scenario: scenarios.inNegotiation, field: 'side', tabs: 'act' },
      fields: () => ({ form_name: 'nudge', side: 'merchant' }),
    },
    'an answer to a mediator': {
      ...{ page: pages.office.followUp, by: 'officer', field: 'report', tabs: 'refused' },
      scenario: [...scenarios.inMediation, { by: 'mediator', act: 'reportToOffice', kind: 'nudge', side: 'merchant' }],
      fields: async ({ state }) => ({
        form_name: 'answer',
        answer: 'unreachable',
        report: (await state()).mediation?.openReports[0]?.at ?? '',
      }),
    },
    'the end of a representation': {
      ...{ page: pages.office.dossier, by: 'officer', field: 'confirmed', tabs: 'refused' },
      scenario: [...scenarios.inNegotiation, ...scenarios.representation],
      fields: () => ({ form_name: 'revoke', confirmed: 'yes' }),
    },
    'reading for a reason': {
      ...{ page: pages.office.reading, by: 'officer', scenario: scenarios.submitted, field: 'reason', tabs: 'refused' },
      fields: () => ({ form_name: 'read', reason: 'plainte', justification: 'Plainte du 3 mars.', confirmed: 'yes' }),
    },
    'more time for a draft': {
      ...{ page: pages.office.dossier, by: 'officer', scenario: scenarios.draft, field: 'until', tabs: 'refused' },
      fields: () => ({ form_name: 'extend', until: dayFromToday(25) }),
    },
    codes: {
      ...{ page: pages.office.issueCodes, by: 'officer', scenario: scenarios.draft, field: 'problemKind', tabs: 'act' },
      fields: ({ people }) => ({
        ...{ email: 'demande@personne.example', language: 'fr', merchantId: people.merchantId, problemKind: 'qualite' },
      }),
    },
    'a merchant': {
      ...{ page: pages.office.enrolMerchant, by: 'officer', scenario: scenarios.draft, field: 'name', tabs: 'refused' },
      fields: () => ({
        ...company,
        neq: '1140002233',
        ...Object.fromEntries(Object.entries(person('repondante@lac.example')).map(([k, v]) => [`respondent.${k}`, v])),
      }),
    },
    'a merchant that is corrected': {
      ...{ page: pages.office.editMerchant, by: 'officer', scenario: scenarios.draft, field: 'name', tabs: 'done' },
      ...{ params: async () => ({ merchantId: (await aside()).merchantId }), fields: () => company },
    },
    'a member': {
      ...{ page: pages.office.addMember, by: 'officer', scenario: scenarios.draft, field: 'role', tabs: 'refused' },
      params: async () => ({ merchantId: (await aside()).merchantId }),
      fields: () => ({ ...person('membre@lac.example'), role: 'representative' }),
    },
    'access that is removed': {
      ...{ page: pages.office.member, by: 'officer', scenario: scenarios.draft, field: 'confirmed', tabs: 'done' },
      ...{ params: memberOf, fields: () => ({ form_name: 'remove', confirmed: 'yes' }) },
    },
    'a member’s role': {
      ...{ page: pages.office.member, by: 'officer', scenario: scenarios.draft, field: 'form_key', tabs: 'done' },
      ...{ params: memberOf, fields: () => ({ form_name: 'role', role: 'respondent' }) },
    },
    'a member’s name': {
      ...{ page: pages.office.member, by: 'officer', scenario: scenarios.draft, field: 'firstName', tabs: 'done' },
      ...{ params: memberOf, fields: () => ({ form_name: 'correct', firstName: 'Julie', lastName: 'Nguyen' }) },
    },
    'a mediator': {
      ...{ page: pages.office.openMediator, by: 'officer', scenario: scenarios.draft, field: 'accreditation' },
      ...{ fields: () => ({ ...person('mediatrice@lac.example'), accreditation: 'IMAQ 77' }), tabs: 'refused' },
    },
    'a participation form': {
      ...{ page: pages.participation.form, by: 'consumer', scenario: scenarios.draft, field: 'legalName', tabs: 'act' },
      fields: () => {
        const { form_key: _key, ...typed } = sentParticipation('deux@quai.example');
        return typed;
      },
    },
    'a participation that is accepted': {
      ...{ page: pages.office.participation, by: 'officer', scenario: scenarios.draft, field: 'seen', tabs: 'refused' },
      params: async () => ({ participationId: await waitingParticipation(site.suite.pool, 'trois@quai.example') }),
      fields: () => ({ form_name: 'accept', seen: '1' }),
    },
    'a request for access': {
      ...{ page: pages.participation.company, by: 'respondent', scenario: scenarios.draft, field: 'email' },
      params: async () => ({ merchantId: site.suite.people.merchantId }),
      ...{ fields: () => ({ ...person('quatre@quai.example'), form_name: 'add' }), tabs: 'refused' },
    },
    'access that was asked for': {
      ...{ page: pages.office.accessRequest, by: 'officer', scenario: scenarios.draft, field: 'form_key' },
      params: async () => {
        const { merchantId, respondent } = await aside();
        const asked = { merchantId, askedBy: respondent.userId, email: 'cinq@quai.example' };
        return { requestId: await waitingAccessRequest(site.suite.pool, asked) };
      },
      ...{ fields: () => ({ form_name: 'do', answer: '' }), tabs: 'refused' },
    },
    'an account that is closed': {
      ...{ page: pages.office.mediator, by: 'officer', scenario: scenarios.draft, field: 'confirmed', tabs: 'done' },
      params: async () => ({ userId: (await aside()).mediator.userId }),
      fields: () => ({ form_name: 'close', confirmed: 'yes' }),
    },
    'an account that is opened again': {
      ...{ page: pages.office.mediator, by: 'officer', scenario: scenarios.draft, field: 'form_key', tabs: 'done' },
      ...{ params: closed, fields: () => ({ form_name: 'reopen' }) },
    },
  };
  return acts;
}
