/**
 * Every mail of a dossier, by name; content/mail holds one text per name and language. Sources: requirements §4, M-07, F-144, and the choices
 * named beside each. `reactions` says when each is sent.
 *
 * A mail is written for one audience, said in its comment; « both sides » means that it must read well for either.
 */
export const dossierMailTemplates = [
  // Draft (D, A-05)
  /** Consumer side: the dossier is open, here is the last day to submit it (F-056). */
  'draft-opened',
  /** Consumer side: days left before the draft expires (A-05: D-7, D-3, D-1). */
  'draft-reminder',
  /** Consumer side: the draft expired; the Office may give more time until it is erased. */
  'draft-expired',
  /** Consumer side: the Office gave more time. */
  'draft-extended',

  // Representation (E)
  /** Invited person: dossier number and validation key (M-03, F-077). */
  'representative-invitation',
  /** The same person: the invitation is sent again, and the key of the former mail is void (F-075). */
  'representative-invitation-again',
  /** Consumer: the invitation was sent; they still act until it is accepted (F-073). */
  'representative-named',
  /** Consumer: their representative accepted and is now the only one who acts (F-071, A-17). */
  'representative-active',
  /** New representative: what they can do now (F-071). */
  'representative-welcome',
  /** Merchant side or mediator: from now on a representative speaks for the consumer (F-144). */
  'representative-announced',
  /** Consumer: the key was not used in time. */
  'invitation-expired',
  /** Invited person: the invitation was revoked. */
  'invitation-revoked',
  /** Consumer: they act for themselves again (F-073). */
  'representative-removed',
  /** Former representative: access has ended (F-073, A-18). */
  'representation-ended',
  /** Merchant side or mediator: the consumer acts for themselves again (F-144). */
  'representation-over',
  /** Represented consumer: something new in the dossier; the representative acts. */
  'represented-update',

  // The merchant takes charge (F)
  /** Consumer side: the dossier was sent to the merchant (F-069). */
  'dossier-submitted',
  /** Respondent: a new dossier concerns the company (M-05, F-080, A-04). */
  'new-dossier',
  /** Respondent: nobody has taken charge yet. */
  'take-charge-reminder',
  /** Office: the merchant is silent. */
  'merchant-silent-alert',
  /** Consumer side: nobody has taken charge yet; they may close at any time. */
  'merchant-silent',
  /** Consumer side: a representative of the merchant took charge, the first one (F-144). */
  'charge-taken',
  /** Consumer side: another representative of the merchant is in charge from now on (F-087, A-21). */
  'charge-passed',
  /** The member now in charge (F-086, A-21): every notice of the dossier is theirs from now on (M-06). */
  'charge-confirmed',
  /** As `charge-confirmed`, after an agreement: messages are open for a while, and nothing else is to be done (F-103). */
  'charge-confirmed-after',
  /** The member to whom a colleague gave charge (F-081, F-086). */
  'charge-given',
  /** As `charge-given`, after an agreement (F-103). */
  'charge-given-after',
  /** The member who was in charge: another took over, reading stays possible. */
  'charge-replaced',
  /** Mediator: somebody else speaks for the merchant from now on. */
  'charge-passed-mediator',
  /** Respondent: which member is in charge of the company's dossier. */
  'charge-changed',
  /** Who stands in for the member in charge while they are away (B-09): something new that the substitute reads once in charge. */
  'substitute-update',
  /** Respondent, or who stands in for them: something new in a dossier that nobody has charge of, which is read once in charge (A-22, B-09). */
  'charge-waiting',
  /** Consumer side: the merchant refused to negotiate, with its justification on the dossier (F-083, A-07). */
  'negotiation-refused',

  // Negotiation (G)
  /** Either side: the other answered with a counter-proposal (F-091). */
  'counter-proposal-received',
  /** Either side: the other changed its proposal (F-095, A-13). */
  'proposal-edited',
  /** Both sides: an agreement was concluded; document, 90 days of messages (M-10, F-101, F-102, F-103, F-118). */
  'agreement-concluded',
  /** Mediator: the parties agreed (F-118). */
  'agreement-concluded-mediator',
  /** Either side or mediator: a new message; never its text (F-040, A-29). */
  'message-received',
  /** Either side or mediator: a document was added (F-033). */
  'document-added',
  /** Either side or mediator: a document was withdrawn, with its reason on the dossier. */
  'document-withdrawn',
  /** Either side: the other ended the negotiation, with its justification on the dossier (F-104). */
  'dossier-closed',
  /** Consumer side's people, after any closing without agreement: the other remedies (M-11, F-140, D-05). */
  'information-kit',

  // Silence (B-02)
  /** Side whose turn it is: a step of the ladder. */
  'turn-reminder',
  /** Side whose turn it is: the last step before the Office is notified. */
  'turn-reminder-last',
  /** Office: a side has been silent for the whole ladder. */
  'turn-alert',
  /** Either side: the Office asks it to look at the dossier (M-12, F-136). */
  'office-nudge',

  // The Office reads
  /** Both sides, the represented consumer in person, and the mediator: an officer reads the content; why, and until when. */
  'break-glass',

  // Mediation (H)
  /** Both sides: mediation may now be requested without proposals from both (F-105 b). */
  'mediation-available',
  /** Other side: mediation was requested; nothing to consent to. */
  'mediation-requested',
  /** Office: a mediator must be assigned. */
  'mediation-to-assign',
  /** Both sides: who mediates, once they have declared no conflict of interest (F-144, ADR 31). */
  'mediator-assigned',
  /** Mediator: a dossier is theirs; declare before reading (M-09, F-121, ADR 31). */
  'mediation-assigned',
  /** Both sides: the mediator declared no conflict of interest and reads the dossier from now on (F-144, ADR 31). */
  'mediator-declared',
  /** Mediator: a declaration, a proposal, another version or the closing is awaited (B-02, F-116, A-08). */
  'mediator-reminder',
  /** Office: the mediator was silent for the whole ladder (B-02). */
  'mediator-alert',
  /** Former mediator: the dossier was given to another. */
  'mediation-reassigned',
  /** Both sides: the mediator handed the dossier back; the Office names another (§9.5). */
  'mediator-recused',
  /** Both sides: the same, with the reason, which the mediator chose to tell them (§9.5, ADR 49). */
  'mediator-recused-why',
  /** Office: the mediator handed the dossier back; name another (§9.5). */
  'mediator-recused-office',
  /** Both sides: the mediator does not lead the dossier any more; the Office names another (F-020). */
  'mediator-released',
  /** Both sides: the mediator made a proposal (F-114). */
  'mediator-proposal-received',
  /** Both sides: the mediator changed the proposal. */
  'mediator-proposal-edited',
  /** Side that had accepted: its acceptance no longer holds, the proposal changed. */
  'acceptance-voided',
  /** Mediator: one side accepted (the other side is not notified, §6). */
  'mediation-acceptance',
  /** Mediator: one side withdrew its acceptance. */
  'mediation-acceptance-withdrawn',
  /** Mediator: the proposal does not do for a side (the other side is not notified, §6; F-115, ADR 32). */
  'mediation-revision-asked',
  /** Mediator: a side opened its private talk with a former mediator. */
  'caucus-opened',
  /** Mediator: a side shared messages of the negotiation. */
  'messages-shared',
  /** Other side: messages of the negotiation were shared with the mediator. */
  'messages-shared-notice',
  /** Mediator: a side leaves mediation; close with the attestation. */
  'mediation-withdrawal',
  /** Office, while nobody mediates: a side leaves mediation. */
  'mediation-withdrawal-office',
  /** Other side: a side leaves mediation. */
  'mediation-withdrawal-notice',
  /** Other side: a side leaves a mediation that nobody has led yet. */
  'mediation-withdrawal-before',
  /** Mediator: the target date is near. */
  'mediation-target-near',
  /** Mediator: the target date has come; give a reason and a new date. */
  'mediation-target-passed',
  /** Office: a mediation has reached its target date. */
  'mediation-target-alert',
  /** Office: the mediator reports (M-12, F-130). */
  'mediation-report',
  /** Mediator: what the Office did about what they reported or asked; never what it noted (F-130, F-136). */
  'mediation-report-answered',
  /** Both sides: the mediator announces, in the discussion space, that the dossier will be closed without agreement (F-131). */
  'closing-announced',
  /** Both sides: mediation ended without agreement; the attestation is in Documents (F-119, F-120). */
  'mediation-failed',
  /** Mediator: the dossier was closed by the system after a party's withdrawal. */
  'mediation-closed-automatically',
  /** Both sides: the system closed the dossier after a withdrawal, and nobody had mediated. */
  'mediation-never-led',
  /** Who was named to mediate and had not declared: the system closed the dossier, nothing is awaited of them any more (A-08, ADR 31). */
  'declaration-moot',

  // After closing (I)
  /** Both sides: the 90 days of messages are over (F-103). */
  'messages-closed',
] as const;

export type DossierMailTemplate = (typeof dossierMailTemplates)[number];
