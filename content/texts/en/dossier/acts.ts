import type fr from '../../fr/dossier/acts.ts';
import type { Shape } from '../../shape.ts';

/** Acts on a dossier that have a page of their own. */
const acts: Shape<typeof fr> = {
  takeCharge: {
    title: 'Take charge of this file',
    intro: 'You become the person in charge of this file for {{merchant}}. There is only one per file.',
    can: 'You will be able to answer proposals, make some, write to the consumer and close the file.',
    canMediation:
      'You will be able to write in the discussion space, answer what the mediator proposes and withdraw from mediation.',
    canAfter:
      'The file is closed by an agreement, which stays as it is. You will be able to write to the consumer until {{date}}, to settle how the agreement is carried out.',
    notified: {
      consumer: 'The consumer will be told. All e-mails about the file will come to you.',
      mediation: 'The consumer and the mediator will be told. All e-mails about the file will come to you.',
    },
    replaceIntro: '{{name}} is in charge of this file at the moment. If you continue, you take their place.',
    replaceTold: {
      both: '{{name}} and the respondent will receive an e-mail.',
      one: '{{name}} will receive an e-mail.',
    },
    replaceReads: {
      respondent: '{{name}} will still be able to read the file, but no longer act.',
      other: '{{name}} will still be able to read the file, except the conversations, but no longer act.',
    },
    button: 'Take charge of this file',
    replaceButton: 'Take this file over from {{name}}',
    done: 'You are now in charge of this file. Introduce yourself in the message centre.',
    changed: 'Someone else took charge of this file while you were reading this page. Read again before going on.',
  },
  refuse: {
    title: 'Refuse to negotiate',
    intro: 'The file will be closed and cannot be reopened. {{other}} keeps other remedies, such as small claims.',
    advice: 'Taking charge of the file commits you to nothing but talking. You can close the file later.',
    reason: 'Reason for refusing',
    justification: 'Justification',
    justificationHint: '{{other}} reads this justification.',
    confirm: 'I understand that the file will be closed and that {{other}} will read my reason and my justification.',
    button: 'Refuse to negotiate',
    done: 'The file is closed. The consumer is told.',
  },
  close: {
    title: 'Close the file',
    intro: 'The negotiation ends without an agreement and the file cannot be reopened.',
    advice:
      'If you have agreed elsewhere, make a proposal of it instead: once accepted, it becomes a written agreement.',
    kit: 'The consumer will receive an information kit on other remedies by e-mail.',
    kitYours: 'You will receive an information kit on your other remedies by e-mail.',
    reason: 'Reason for closing',
    justification: 'Justification',
    justificationHint: '{{other}} reads this justification.',
    confirm: 'I understand that the file will be closed and that {{other}} will read my reason and my justification.',
    button: 'Close the file',
    done: 'The file is closed. The other party is told.',
  },
  leave: {
    title: 'Withdraw from mediation',
    intro:
      'Mediation is voluntary: you may leave it. The file will be closed without agreement, and an attestation will say that you used mediation.',
    introBefore:
      'Mediation is voluntary: you may leave it. The file will be closed without agreement. Nobody has led the mediation yet: if nobody leads it before then, there will be no attestation.',
    advice: 'If a proposal does not suit you, first say so in the discussion space: it can still change.',
    reason: 'Reason for withdrawing',
    justification: 'Justification',
    justificationHint: '{{other}} and the mediator read this justification.',
    confirm:
      'I understand that mediation will end and that {{other}} and the mediator will read my reason and justification.',
    justificationHintUnled: '{{other}} and anyone who will lead the mediation read this justification.',
    confirmUnled:
      'I understand that mediation will end and that {{other}} and anyone who will lead the mediation will read my reason and justification.',
    button: 'Withdraw from mediation',
    done: {
      mediator: 'You have withdrawn from mediation. The other party and the mediator are being told.',
      office: 'You have withdrawn from mediation. The other party and the Office are being told.',
      nobodyElse: 'You have withdrawn from mediation. The other party is being told.',
    },
  },
  mediation: {
    title: 'Request mediation',
    intro: 'A neutral mediator helps the parties find a solution, without deciding for them.',
    consent: 'The consent of {{other}} is not needed. We will tell them about your request.',
    meanwhile:
      'The negotiation goes on until the Office assigns someone. After that, only the mediator makes proposals.',
    private:
      'The mediator reads the problem, the documents and the proposals, but not the messages between the parties.',
    length: 'Mediation aims to end within {{days}} days.',
    button: 'Request mediation',
    notYet: 'Mediation cannot be requested yet.',
    cannot: 'You cannot request mediation.',
    done: 'Mediation is requested. The Office will assign a mediator.',
  },
  form: {
    chooseReason: 'Choose a reason',
    errorsTitle: 'Some answers need to be corrected',
    remaining: 'At most {{max}} characters.',
    cancel: 'Cancel',
    notDone: 'Your action was not carried out',
  },
  problems: {
    missing: 'Fill in “{{field}}”.',
    too_long: 'This text is too long. Shorten it, or attach it as a document.',
    unknown_choice: 'Choose an answer from the list.',
    not_ticked: 'Tick this box to continue.',
    invalid: 'Check the answer to “{{field}}”.',
    invisible: 'Invisible characters have been removed from this text. Read it again, then send it.',
  },
};

export default acts;
