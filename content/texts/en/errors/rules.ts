import type fr from '../../fr/errors/rules.ts';
import type { Shape } from '../../shape.ts';

/** What the rules of a dossier refuse. */
const rules: Shape<typeof fr> = {
  dossier: {
    exists: 'This file already exists. Open it from “My files”.',
    unknown: 'This file cannot be found. Check the address or go back to “My files”.',
    closed: 'This file is closed: this can no longer be done in it.',
    purged: 'The content of this file was erased at the end of the retention period.',
    full: 'This file holds all that it can. It can still end with an agreement or be closed; write to the Office if you need help.',
    not_draft: 'This file has already been sent to the merchant. You can follow it from the list of files.',
    draft_expired: 'The time to send this file has run out. Write to the Office to ask for more time.',
    not_submitted: 'This file has not been sent to the merchant yet. Finish its steps first.',
    not_in_negotiation: 'This can only be done during negotiation. See “Whose turn is it” for what can be done now.',
    not_in_mediation: 'This can only be done during mediation. See “Whose turn is it” for what can be done now.',
    in_mediation: 'The file is in mediation: this can no longer be done. Write in the mediation discussion space.',
    not_in_charge:
      'You are not in charge of this file. Ask the person in charge to act or, if it is not closed, take charge of it.',
    already_in_charge:
      'This person is already in charge of the file: nothing has changed. The page of the file says what they can do.',
    already_taken_charge:
      'Someone has already taken charge of this file. To end it, the person in charge uses “Close the file” or, in mediation, “Withdraw from mediation”.',
    charge_changed: 'Someone else took charge of this file in the meantime. Read the page again before replacing them.',
  },
  actor: {
    not_allowed: 'Your role in this file does not allow this. See “Whose turn is it” for who can act.',
    represented:
      'Someone represents you: only that person can act. You can read, remove your representative and, as long as the file is open, add documents.',
    not_a_party: 'Only the parties to the file can do this.',
    not_mediator: 'Only the mediator of the file can do this.',
    not_officer: 'Only the Office can do this. Write to it if you need to.',
  },
  representative: {
    exists: 'A representative is already named. Remove that person before naming another.',
    none: 'There is no representative, or no longer one, to remove in this file.',
    is_party: 'This person is already in the file in another role. Name someone else.',
  },
  invitation: {
    unknown:
      'This invitation is not valid. Check the file number, the validation key, and that your account has the address that received them; if all is right, the invitation was cancelled or replaced.',
    used: 'This invitation has already been accepted: you represent this person. The file is in “My files”.',
    expired: 'This invitation is no longer valid. Ask the person who named you to invite you again.',
  },
  proposal: {
    unknown: 'This proposal cannot be found. Go back to “Proposals”.',
    exists: 'This proposal has already been sent. You will find it in “Proposals”.',
    not_open: 'This proposal is no longer awaiting an answer. See the latest one in “Proposals”.',
    own_open: 'Your proposal is already awaiting an answer. You can change it.',
    not_author: 'Only the person who made this proposal can change it. You can make a counter-proposal.',
    own: 'You cannot accept your own proposal. The other party must answer it.',
    stale: 'This proposal has changed since you read it. Read what is proposed now before you go on.',
    answered:
      'Another proposal has replaced this one in the meantime. Read it before you go on; what you wrote is kept.',
    only_mediator: 'In mediation only the mediator proposes. Write your idea in the discussion space.',
    not_read: 'Tick the box that says you have read the agreement before accepting.',
    already_accepted: 'You have already accepted this version. The other party has yet to answer.',
    no_acceptance: 'You have no acceptance to take back for this proposal.',
    revision_asked:
      'Your side has already said that this version does not suit it. Whoever leads the mediation reads so in the file.',
    too_many:
      'This file has received all the proposals that it can hold. The last one can still be accepted; otherwise the file can be closed.',
  },
  message: {
    closed: 'This conversation is closed: you can read it, but no longer write in it.',
    no_thread_access: 'You do not have access to this conversation. Choose another in the “Message centre”.',
  },
  mediation: {
    too_soon:
      'Mediation cannot be requested yet. It can be once each party has made a proposal, or on the date shown under “Whose turn is it”.',
    already_requested: 'Mediation has already been requested. The page of the file says where it stands.',
    not_requested: 'Nobody has requested mediation in this file.',
    mediator_changed: 'Someone else was assigned in the meantime. Read the file again before deciding.',
    same_mediator: 'This person is already assigned to this file. Choose another.',
    recused: 'This person stepped down from this file and is no longer named in it. Choose another.',
    no_mediator: 'No mediator is assigned at the moment. An e-mail will tell you when one is.',
    not_declared:
      'The person assigned has not yet declared having no conflict of interest. Until then nothing of the file opens to them, and nobody can write to them in private.',
    already_declared: 'You have already declared that you have no conflict of interest in this file.',
    no_former_mediator: 'The same person has been mediating from the start: there are no earlier exchanges to open.',
    already_opened: 'You have already opened these exchanges. The mediator can read them.',
    already_withdrawn: 'A party has already withdrawn from mediation. The file will soon be closed.',
    report_answered: 'The Office has already answered this news from mediation. The page shows what is left.',
    parties_not_told:
      'Before you close the file, announce it to the parties in the mediation discussion space. An announcement no longer holds after a new proposal or a change to it.',
    closing_announced:
      'You have already announced the closing to the parties. You can close the file, or write to them in the discussion space.',
  },
  document: {
    not_allowed: 'This cannot be done with this document: it is withdrawn already, or somebody else added it.',
    too_many:
      'You have already added one hundred documents to this file, counting those that you withdrew. Describe what this document shows in a message instead.',
  },
  content: {
    already_open: 'You can already read the content of this file: the access is open.',
    not_open: 'This access has already ended. To read the content again, the reason must be given.',
  },
  deadline: {
    not_due: 'This deadline has not come yet.',
    passed: 'The deadline has passed: this can no longer be done. Write to the Office if you need help.',
  },
  value: {
    invalid: 'One of the answers is not valid. Check what you wrote, then try again.',
  },
};

export default rules;
