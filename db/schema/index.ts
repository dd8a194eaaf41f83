import * as access from './access.ts';
import * as company from './company.ts';
import * as content from './content.ts';
import * as engine from './engine.ts';
import * as factors from './factors.ts';
import * as journal from './journal.ts';
import * as office from './office.ts';
import * as outbox from './outbox.ts';
import * as participation from './participation.ts';
import * as people from './people.ts';

export * from './access.ts';
export * from './company.ts';
export * from './content.ts';
export * from './engine.ts';
export * from './factors.ts';
export * from './journal.ts';
export * from './office.ts';
export * from './outbox.ts';
export * from './participation.ts';
export * from './people.ts';

/** Every entity, listed by hand: folder discovery loads classes twice once a bundler is in play. Their properties type every query. */
export const entities = [
  people.AppUser,
  people.Session,
  people.Registration,
  people.OneTimeCode,
  factors.Authenticator,
  factors.Passkey,
  factors.RecoveryCode,
  factors.IdentityLink,
  factors.EmailChange,
  people.Merchant,
  people.MerchantMember,
  people.AuditLog,
  people.AuditAnchor,
  access.Referral,
  access.TermsAcceptance,
  access.Invitation,
  journal.DossierRow,
  journal.DossierEventRow,
  journal.DossierCommandRow,
  journal.JournalAnchor,
  journal.ReactionRow,
  content.DossierForm,
  content.ProposalContent,
  content.Message,
  content.MessageShare,
  content.ThreadRead,
  content.MediatorNote,
  content.DossierDocument,
  content.Justification,
  content.AgreementCertificate,
  content.AcceptanceAddress,
  content.ClosingIdentityRow,
  content.KeptText,
  engine.EngineWalk,
  engine.EngineBehind,
  engine.RateLimit,
  company.MemberAbsence,
  company.SavedReply,
  company.Establishment,
  company.DossierEstablishment,
  office.MediatorAbsence,
  office.OfficeContact,
  office.OfficeStep,
  office.MediatorField,
  office.HandOver,
  office.HandOverLine,
  office.OfficeNews,
  office.MerchantRecord,
  office.MerchantPace,
  participation.Participation,
  participation.AccessRequest,
  office.PolicyVersion,
  outbox.Mail,
];
