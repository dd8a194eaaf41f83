import type { RepresentativeForm, InvitationForm } from '#contracts/schemas/intake.ts';
import type { FormValues } from '#contracts/schemas/intake-screens.ts';
import type { Language, Translate } from '#content/texts/index.ts';
import type { CurrentUser } from '../accounts/types.ts';
import { confidentialityVersion, termsVersion } from '#content/terms/versions.ts';
import { acceptedFiles, sendDocument } from '#web/server/uploads/index.ts';
import type { ServiceDeps } from '../deps.ts';
import { createLimits } from '../limits/index.ts';
import * as documents from './documents.ts';
import { openDraft, openWritable, type Draft } from './draft.ts';
import { openDossier, openRequests, recogniseCodes } from './open.ts';
import * as representation from './representation.ts';
import { baseOf, isSavedScreen, saveScreen, type SavedScreen } from './save.ts';
import { readMark, submitDraft } from './submit.ts';
import { presentDraft } from './view.ts';
import { choices, isCode } from '#content/lists/index.ts';

export type IntakeServices = ReturnType<typeof createIntakeServices>;

type Reader = CurrentUser | null;

/** From the codes to the submission: what the pages of a new dossier read and do (requirements §2.D, §2.E). */
export function createIntakeServices(parts: ServiceDeps) {
  const deps = { ...parts, limits: createLimits({ pool: parts.pool, pepper: parts.env.CODE_PEPPER }) };
  return {
    recogniseCodes: (user: CurrentUser, typed: { reference: string; accessCode: string }, ip: string) =>
      recogniseCodes(deps, user, typed, ip),
    openRequests: (userId: string) => openRequests(deps, userId),
    openDossier: (user: CurrentUser, dossierId: string, accepted: Parameters<typeof openDossier>[3]) =>
      openDossier(deps, user, dossierId, accepted),
    draft: (user: Reader, dossierId: string) => openDraft(deps, user, dossierId),
    writableDraft: (user: Reader, dossierId: string) => openWritable(deps, user, dossierId),
    present: (draft: Draft, language: Language, t: Translate) => presentDraft(draft, language, t),
    base: baseOf,
    isSavedScreen,
    acceptedFiles,
    versions: { termsVersion, confidentialityVersion },
    relationships: (language: Language) => choices('relationships', language),
    isRelationship: (code: string) => isCode('relationships', code),
    save: (draft: Draft, screen: SavedScreen, form: FormValues, base: string | null) =>
      saveScreen(deps, draft, screen, form, base),
    addDocuments: (draft: Draft, request: Request) => documents.addDraftDocuments(deps, draft, request),
    describeDocuments: (draft: Draft, form: FormValues, base: string | null = null) =>
      documents.describeDraftDocuments(deps, draft, form, base),
    documentsBase: documents.documentsBase,
    readMark,
    removeDocument: (draft: Draft, documentId: string) => documents.removeDraftDocument(deps, draft, documentId),
    sendDocument: (user: Reader, dossierId: string, documentId: string) =>
      sendDocument(deps, user, dossierId, documentId, deps.now().toISOString()),
    submit: (draft: Draft, key: string, read: string | null = null) => submitDraft(deps, draft, key, read),
    representation: (user: Reader, dossierId: string) => representation.openRepresentation(deps, user, dossierId),
    nameRepresentative: (shown: representation.Representation, form: RepresentativeForm, key: string) =>
      representation.nameRepresentative(deps, shown, form, key),
    removeRepresentative: (shown: representation.Representation, key: string) =>
      representation.removeRepresentative(deps, shown, key),
    acceptInvitation: (user: CurrentUser, form: InvitationForm, key: string, how: { language: Language; ip: string }) =>
      representation.acceptInvitation(deps, user, form, key, how),
  };
}
