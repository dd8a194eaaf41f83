import { versionsFor } from '#web/server/services/accounts/accept-terms.ts';
import { moneyField } from '#contracts/schemas/money.ts';
import { proposalValues } from '#contracts/schemas/proposal.ts';
import { accessCode } from '#db/codes.ts';
import { issuedReferral } from '#db/referrals/requests.ts';
import type { ProposalContent } from '#domain/agreement/types.ts';
import type { CurrentUser } from '#web/server/services/accounts/types.ts';
import { addDraftDocuments, describeDraftDocuments } from '#web/server/services/filing/draft-documents.ts';
import { loadDraft, loadWritableDraft } from '#web/server/services/filing/load-draft.ts';
import { saveScreen, type SavedScreen } from '#web/server/services/filing/save-screen.ts';
import { submitDraft } from '#web/server/services/filing/submit-draft.ts';
import { idOf } from '#db/key-id.ts';
import { issueReferral } from '#web/server/services/referrals/issue-referral.ts';
import { openFiling, recogniseCodes } from '#web/server/services/referrals/open-filing.ts';
import type { Cast } from './cast.ts';
import { renderFile } from './files/render.ts';
import { addressOf } from './people.ts';
import type { Platform } from './platform.ts';
import type { Dispute } from './dispute.ts';

/**
 * From the codes to the submission, as the Office and the consumer do it (requirements §2.D). Every step finds what was done before it was stopped,
 * so that a second run continues.
 *
 * @returns the dossier's id.
 */
export async function openDispute(platform: Platform, cast: Cast, dispute: Dispute): Promise<string> {
  const { deps } = platform;
  const user = cast.user(dispute.consumer);
  const referral = await issued(platform, cast, { dispute, user });
  let { dossierId } = referral;
  if (!referral.open) {
    const { limits } = platform.accounts;
    const asked = { user, typed: referral, ip: addressOf(dispute.consumer) };
    dossierId = await recogniseCodes({ ...deps, limits }, asked);
    const { language } = dispute;
    await openFiling(deps, { user, dossierId, shown: versionsFor('consumer'), language, ip: '' });
  }
  if (!dossierId) throw new Error(`${dispute.key}: the codes open nothing`);
  const state = await deps.engine.state(dossierId);
  if (state?.status === 'draft') await fill(deps, { user, dossierId, dispute });
  return dossierId;
}

type Issued = { reference: string; accessCode: string; dossierId: string | null; open: boolean };

async function issued(
  { deps }: Platform,
  cast: Cast,
  { dispute, user }: { dispute: Dispute; user: CurrentUser },
): Promise<Issued> {
  const { language, problemKind } = dispute;
  const form = { email: user.email, language, merchantId: cast.merchantId(dispute.merchant), problemKind };
  const id = await issueReferral(deps, {
    officerId: cast.user('officer').id,
    form,
    key: idOf('demo-referral', dispute.key),
  });
  const row = await issuedReferral(deps.db, id);
  if (!row) throw new Error(`${dispute.key}: the request was not kept`);
  return { ...row, accessCode: accessCode(deps.env.secrets[0], id, row.issuedAt) };
}

type Filling = { user: CurrentUser; dossierId: string; dispute: Dispute };

async function fill(deps: Platform['deps'], filling: Filling): Promise<void> {
  const { user, dossierId, dispute } = filling;
  const save = async (screen: SavedScreen, form: Record<string, unknown>) => {
    const draft = await loadWritableDraft(deps, user, dossierId);
    await saveScreen(deps, { draft, screen, form, base: null });
  };
  for (const [screen, form] of screens(dispute)) await save(screen, form);
  const documents = await join(deps, filling);
  if (dispute.proposal.remedies.length > 0 || dispute.proposal.terms) {
    const values = proposalValues(withDocuments(dispute.proposal, documents), dispute.language);
    await save('remedies', { remedy: values['remedy'] });
    await save('remedyDetails', values);
    await save('terms', { terms: dispute.proposal.terms });
  }
  if (!dispute.submits) return;
  const draft = await loadDraft(deps, user, dossierId);
  await submitDraft(deps, { draft, key: idOf('demo-submission', dossierId) });
}

/** The screens of the first two steps that this dispute fills, with what a person types in them. */
function screens({ parties, problem, language }: Dispute): [SavedScreen, Record<string, unknown>][] {
  const { pricePaid, extendedWarranty, category, subcategory, priorSteps, nature, details } = problem;
  const ticked = (value?: boolean) => (value ? 'on' : '');
  const typed: [SavedScreen, Record<string, unknown>][] = [];
  if (parties.confirmed) typed.push(['you', { ...parties, confirmed: 'on' }]);
  if (parties.merchantConfirmed) typed.push(['merchant', { ...parties, merchantConfirmed: ticked(true) }]);
  if (category) typed.push(['good', { ...problem, category: subcategory ? `${category}.${subcategory}` : category }]);
  if (problem.contractDate) {
    const price = pricePaid === undefined ? '' : moneyField(pricePaid, language);
    const warranty = extendedWarranty === undefined ? '' : extendedWarranty ? 'yes' : 'no';
    typed.push(['contract', { ...problem, pricePaid: price, extendedWarranty: warranty }]);
  }
  if (priorSteps) typed.push(['steps', { priorSteps }]);
  if (nature) typed.push(['nature', { nature, natureOther: problem.natureOther ?? '' }]);
  if (details) typed.push(['narrative', { details }]);
  return typed;
}

/** Joins the dispute's files to the draft, those not there yet; answers the id of each by its key. */
async function join(deps: Platform['deps'], { user, dossierId, dispute }: Filling) {
  const ids = new Map<string, string>();
  for (const file of dispute.files) {
    const draft = await loadDraft(deps, user, dossierId);
    const there = draft.documents.find(({ title }) => title === file.title);
    if (there) {
      ids.set(file.key, there.id);
      continue;
    }
    const { fileName, mediaType, bytes } = await renderFile(file);
    const form = new FormData();
    form.set('kind', file.kind);
    form.set('files', new File([new Uint8Array(bytes)], fileName, { type: mediaType }));
    const request = new Request(deps.env.PUBLIC_ORIGIN, { method: 'POST', body: form });
    const { accepted, refused } = await addDraftDocuments(deps, draft, request);
    const document = accepted[0];
    if (!document) throw new Error(`${dispute.key}: ${fileName} was refused (${refused[0]?.code})`);
    ids.set(file.key, document.id);
    const titles = { [`title-${document.id}`]: file.title, [`kind-${document.id}`]: file.kind };
    await describeDraftDocuments(deps, { draft: await loadDraft(deps, user, dossierId), form: titles });
  }
  return ids;
}

/** `@key` becomes the id of the document that the dispute names so. */
function withDocuments(proposal: ProposalContent, documents: Map<string, string>): ProposalContent {
  return {
    ...proposal,
    remedies: proposal.remedies.map((remedy) => ({
      ...remedy,
      values: Object.fromEntries(
        Object.entries(remedy.values).map(([name, value]) => [
          name,
          typeof value === 'string' && value.startsWith('@') ? (documents.get(value.slice(1)) ?? value) : value,
        ]),
      ),
    })),
  };
}
