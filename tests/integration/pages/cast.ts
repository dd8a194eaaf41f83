import { randomUUID } from 'node:crypto';
import { helpSlugs, pagesById } from '#contracts/pages/index.ts';
import { agreed, inMediation, mediatorNamed, mediatorProposed, submitted } from '#domain/testing/scenario/scenarios.ts';
import { hasView } from '#scripts/screenshots/coverage.ts';
import { dayFromToday } from '#tests/kit/days.ts';
import { handOn } from '#tests/kit/engine/hand-on.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import type { EngineSuite } from '#tests/kit/engine/suite.ts';
import { waitingAccessRequest, waitingParticipation } from '#tests/kit/participation.ts';

/** Who opens a page, and how its address is filled. */
export type Example = { by: string | null; params?: Record<string, string> };

export type PagesCast = {
  /** For each route that has a page, who sees it and where; by the route's path. */
  examples: Record<string, Example>;
  draft: Play;
  open: Play;
};

/**
 * Dossiers and people such that every page of the product can be opened by someone. Routes that are left out have no page of their own, or are
 * opened on the way in ({@link waysIn}).
 */
export async function castForPages(suite: EngineSuite): Promise<PagesCast> {
  const { people, pool } = suite;
  const consumer = people.consumer.userId;
  const officer = people.officer.userId;
  const draft = await openPlay(suite);
  const sent = await openPlay(suite, submitted);
  const open = await openPlay(suite);
  const { proposalId } = (await open.step({ by: 'consumer', act: 'submitDossier' })).command;
  await open.step({ by: 'clerk', act: 'takeCharge' });
  const { documentId } = (await open.step({ by: 'consumer', act: 'addDocument' })).command;
  const mediation = await openPlay(suite, inMediation);
  const concluded = await openPlay(suite, agreed);
  const named = await openPlay(suite, mediatorNamed);
  const proposed = await openPlay(suite, mediatorProposed);
  const { proposals } = await proposed.state();
  const changed = await openPlay(suite, inMediation);
  await handOn(pool, changed);
  const reserved = randomUUID();
  const absenceId = randomUUID();
  const replyId = randomUUID();
  const handOverId = randomUUID();
  await pool.query(
    `insert into referral (id, reference_number, access_code_hash, consumer_email, merchant_id, problem_kind, issued_by, expires_at, used_by, dossier_id)
     values (gen_random_uuid(), 'R2026-000777', '\\x00', 'a@b.example', $1, 'qualite', $2, now() + interval '14 days', $3, $4)`,
    [people.merchantId, officer, consumer, reserved],
  );
  const ofDraft = { by: consumer, params: { dossierId: draft.dossierId } };
  const ofOpen = { by: consumer, params: { dossierId: open.dossierId, proposalId, documentId } };
  const ofSent = { by: people.respondent.userId, params: { dossierId: sent.dossierId } };
  const ofMediation = { by: people.mediator.userId, params: { dossierId: mediation.dossierId } };
  const ofOffice = {
    by: officer,
    params: { merchantId: people.merchantId, userId: people.clerk.userId, dossierId: open.dossierId },
  };
  const participationId = await waitingParticipation(pool, 'odile@quai.example');
  const asked = { merchantId: people.merchantId, askedBy: people.respondent.userId, email: 'luc@quai.example' };
  const requestId = await waitingAccessRequest(pool, asked);
  const ofCompany = { by: people.clerk.userId, params: { replyId } };
  const anyone = { by: null };
  const examples: Record<string, Example> = {
    '/': anyone,
    '/aide': anyone,
    '/aide/:theme': { by: null, params: { theme: helpSlugs.solutions } },
    '/qui-voit-quoi': anyone,
    '/conditions': anyone,
    '/confidentialite': anyone,
    '/vie-privee': anyone,
    '/accessibilite': anyone,
    '/participation': anyone,
    '/participation/recue': anyone,
    '/equipe/:merchantId': { by: people.respondent.userId, params: { merchantId: people.merchantId } },
    '/inscription': anyone,
    '/connexion': anyone,
    '/connexion/cle-d-acces': anyone,
    '/mot-de-passe': anyone,
    '/profil': { by: consumer },
    '/profil/courriel': { by: consumer },
    '/profil/securite': { by: consumer },
    '/profil/securite/deuxieme-etape': { by: consumer },
    '/profil/securite/application': { by: consumer },
    '/profil/securite/cle-d-acces': { by: consumer },
    '/dossiers': { by: consumer },
    '/dossiers/nouveau': { by: consumer },
    '/dossiers/nouveau/:dossierId': { by: consumer, params: { dossierId: reserved } },
    '/dossiers/:dossierId/creation': ofDraft,
    '/dossiers/:dossierId/creation/:screen': { by: consumer, params: { ...ofDraft.params, screen: 'bien' } },
    '/dossiers/:dossierId/creation/documents': ofDraft,
    '/dossiers/:dossierId/creation/revision': ofDraft,
    '/dossiers/:dossierId/representation': ofDraft,
    '/invitation': { by: people.friend.userId },
    '/dossiers/:dossierId': ofOpen,
    '/dossiers/:dossierId/documents': ofOpen,
    '/dossiers/:dossierId/documents/:documentId/retrait': ofOpen,
    '/dossiers/:dossierId/entente/certificat': { by: consumer, params: { dossierId: concluded.dossierId } },
    '/dossiers/:dossierId/propositions': ofOpen,
    '/dossiers/:dossierId/propositions/nouvelle': { ...ofOpen, by: people.clerk.userId },
    '/dossiers/:dossierId/propositions/comparer': ofOpen,
    '/dossiers/:dossierId/propositions/tableau': ofMediation,
    '/dossiers/:dossierId/propositions/:proposalId/modifier': ofOpen,
    '/dossiers/:dossierId/propositions/:proposalId/accepter': { ...ofOpen, by: people.clerk.userId },
    '/dossiers/:dossierId/propositions/:proposalId/autre-version': {
      by: consumer,
      params: { dossierId: proposed.dossierId, proposalId: proposals.at(-1)!.id },
    },
    '/dossiers/:dossierId/messages': ofOpen,
    '/dossiers/:dossierId/messages/communiquer': { ...ofMediation, by: consumer },
    '/dossiers/:dossierId/messages/communiques': ofMediation,
    '/dossiers/:dossierId/prise-en-charge': ofSent,
    '/dossiers/:dossierId/refus': ofSent,
    '/dossiers/:dossierId/fermeture': ofOpen,
    '/dossiers/:dossierId/mediation': ofOpen,
    '/dossiers/:dossierId/mediation/retrait': { ...ofMediation, by: consumer },
    '/dossiers/:dossierId/mediation/declaration': {
      by: people.mediator.userId,
      params: { dossierId: named.dossierId },
    },
    '/dossiers/:dossierId/mediation/ouverture': { by: consumer, params: { dossierId: changed.dossierId } },
    '/dossiers/:dossierId/mediation/fermeture': ofMediation,
    '/dossiers/:dossierId/mediation/remise': ofMediation,
    '/dossiers/:dossierId/mediation/suivi': ofMediation,
    '/dossiers/:dossierId/mediation/notes': ofMediation,
    '/absences': ofMediation,
    '/absences/:absenceId': { by: people.mediator.userId, params: { absenceId } },
    '/file-de-travail': ofCompany,
    '/file-de-travail/prise-en-charge': ofCompany,
    '/file-de-travail/etablissement': ofCompany,
    '/file-de-travail/absences': ofCompany,
    '/file-de-travail/reponses': ofCompany,
    '/file-de-travail/reponses/:replyId': ofCompany,
    '/office/chiffres': ofOffice,
    '/office/delais': ofOffice,
    '/office/delais/prochaine': ofOffice,
    '/office/codes': ofOffice,
    '/office/codes/nouveau': ofOffice,
    '/office': ofOffice,
    '/office/a-faire/:queue': { by: officer, params: { queue: 'silences' } },
    '/office/dossiers': ofOffice,
    '/office/dossiers/:dossierId/suivi': ofOffice,
    '/office/dossiers/:dossierId/acces-exceptionnel': ofOffice,
    '/office/acces-exceptionnels': ofOffice,
    '/office/dossiers/:dossierId': ofOffice,
    '/office/dossiers/:dossierId/mediation': { ...ofMediation, by: officer },
    '/office/participations/:participationId': { by: officer, params: { participationId } },
    '/office/acces/:requestId': { by: officer, params: { requestId } },
    '/office/commercants': ofOffice,
    '/office/commercants/nouveau': ofOffice,
    '/office/commercants/:merchantId': ofOffice,
    '/office/commercants/:merchantId/modifier': ofOffice,
    '/office/commercants/:merchantId/membres/nouveau': ofOffice,
    '/office/commercants/:merchantId/membres/:userId': ofOffice,
    '/office/absences': ofOffice,
    '/office/mediateurs': ofOffice,
    '/office/mediateurs/nouveau': ofOffice,
    '/office/comptes': ofOffice,
    '/office/comptes/:userId': ofOffice,
    '/office/remises/:handOverId': { by: officer, params: { handOverId } },
    '/office/mediateurs/:userId/dossiers': { by: officer, params: { userId: people.mediator.userId } },
    '/office/mediateurs/:userId': { by: officer, params: { userId: people.mediator.userId } },
  };
  await pool.query(
    `insert into mediator_absence (id, mediator_id, first_day, last_day, late) values ($1, $2, '${dayFromToday(20)}'::date, '${dayFromToday(40)}'::date, false)`,
    [absenceId, people.mediator.userId],
  );
  await pool.query(`insert into hand_over (id, mediator_id, set_by) values ($1, $2, $3)`, [
    handOverId,
    people.mediator.userId,
    officer,
  ]);
  await pool.query(
    `insert into hand_over_line (hand_over_id, dossier_id, to_id, done_at) values ($1, $2, $3, now()), ($1, $4, $3, null)`,
    [handOverId, changed.dossierId, people.mediator.userId, mediation.dossierId],
  );
  await pool.query(
    `insert into saved_reply (id, merchant_id, title, body, saved_by) values ($1, $2, 'Accueil', 'Bonjour.', $3)`,
    [replyId, people.merchantId, people.clerk.userId],
  );
  return { examples, draft, open };
}

/** Pages that open on the way in only: with a code on its way, a link, texts still to accept, what was chosen on the page before. */
export const waysIn = [
  '/inscription/code',
  '/mot-de-passe/code',
  '/activation/:token',
  '/engagement',
  '/connexion/deuxieme-etape',
  '/profil/courriel/code',
  '/courriel/:token',
  '/connexion/service/retour',
  '/participation/suite/:token',
  '/office/delais/prochaine/confirmer',
];

/** Routes that give a file, save, or lead on, which have no view; and those whose page stands elsewhere, or in a demonstration only. */
export const pageless = [
  ...Object.values(pagesById)
    .filter((page) => !hasView(page))
    .map(({ path }) => path),
  '/demonstration',
  '/equipe',
  '/refus',
  '/*',
];
