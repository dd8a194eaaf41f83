export default {
  agreement: {
    title: 'Agreement',
    intro:
      'The parties named below make this agreement on Parle consommation. Each of them proposes or accepts it after reading it to the end, as it is written here.',
    parties: 'The parties',
    consumer: 'Consumer',
    merchant: 'Merchant',
    actedBy: 'Represented by {{name}}',
    mediator: 'Agreement reached in mediation, with the help of {{name}}.',
    about: 'The dispute',
    effect: 'Effect',
    effectText:
      'By this agreement the parties intend to end their dispute: it is a transaction within the meaning of articles 2631 and following of the Civil Code of Québec, and it binds them. It is concluded before it is performed.',
    acceptances: 'Proposal and acceptances',
    toCome:
      'Once the agreement is concluded, these lines say who proposed it, who accepted it and when, with the number of the certificate.',
    proposal: '{{name}} ({{role}}) proposed version {{version}} on {{when}}.',
    acceptance: '{{name}} ({{role}}) accepted version {{version}} on {{when}}.',
    certificate: 'Certificate {{number}}. The SHA-256 hash of this file is shown in the Documents tab of the dossier.',
  },
  attestation: {
    title: 'Attestation of absence of agreement in mediation',
    intro:
      'Issued by: {{office}}.\nIt is attested that the parties named below used mediation on Parle consommation and did not reach an agreement.',
    mediator: 'The mediation',
    mediatorLine: 'Mediator: {{name}}',
    accreditation: 'Accreditation: {{accreditation}}',
    began: 'Mediation began: {{when}}',
    ended: 'Mediation ended: {{when}}',
    nature: 'Nature of the problem',
    noNature: 'No summary was written.',
    use: 'What this attestation is for',
    useText:
      'Article 7 of the Code of Civil Procedure provides that an application to the court may be heard by priority when the parties first used a private dispute resolution process. This document reveals nothing of what was said or written during the mediation.',
  },
  letter: {
    cases: {
      takeCharge: {
        title: 'A file is waiting for someone to take charge',
        why: 'This file was sent on {{date}}, and nobody has taken charge of it for the merchant yet. If that has been done since, please disregard this letter.',
        what: 'Taking charge of a file does not commit you to accept what is asked: you may then answer or propose something else. You may also refuse to negotiate, saying why.',
      },
      negotiation: {
        title: 'Your answer is awaited',
        why: 'According to our records, this file has been waiting for an answer since {{date}}. If you have answered since, please disregard this letter.',
        what: 'You may answer the other party’s proposal, make one or write to the other party. An answer, even a short one, helps the process move forward.',
      },
      mediation: {
        title: 'You are awaited in mediation',
        why: 'This file has been in mediation since {{date}}, and word from you is awaited there. If you have given some since, please disregard this letter.',
        what: 'You may write in the discussion space, or in private to the mediator. Taking part does not oblige you to accept any proposal.',
      },
      calls: {
        title: 'The Office tried to reach you',
        why: 'The Office tried to reach you by telephone about this file, where word from you has been awaited since {{date}}.',
        what: 'If your number has changed, correct it in your profile, or tell us at which number to reach you.',
      },
    },
    fileName: 'Letter of file {{number}}.docx',
    date: '{{date}}',
    attention: 'To the attention of {{name}}',
    subject: 'Subject',
    subjectValue: 'file {{number}} on Parle consommation',
    open: 'A file is open on the platform Parle consommation between {{consumer}} and {{merchant}}.',
    answer:
      'To read the file and answer, sign in at {{address}} with your e-mail address and your password, then open file {{number}}.',
    help: 'If you can no longer sign in, or do not wish to go on, write to us at {{email}}.',
    neutral:
      'Taking part is voluntary. The Office follows up on files; it advises neither party and takes no position on the dispute.',
  },
  fileSummary: {
    title: 'Complete file summary',
    fileName: 'File summary {{number}}.docx',
    intro:
      'Prepared on {{when}} for {{name}}. This document brings together what this person may read in the file at that moment. Someone else’s may contain more or less.',
    confidential:
      'What is written and proposed during negotiation and mediation is confidential. Keep this document in a safe place: it also contains personal information.',
    caucus: 'It contains your private messages with the mediator. The other party does not read them on the platform.',
    caucuses: 'It contains your private messages with the parties. Do not pass it on to either of them.',
    file: 'The file',
    parties: 'The parties',
    problem: 'The problem',
    ending: 'How the file was closed',
    proposals: 'The proposals',
    exchanges: 'The messages',
    documents: 'The documents',
    history: 'What happened',
    number: 'File number',
    subject: 'Subject',
    status: 'Stage',
    noMessages: 'No messages.',
    noProposals: 'No proposal was made.',
    proposal: '{{kind}} {{author}}',
    state: 'State',
    message: '{{author}}, {{role}}, {{at}}',
    document: '{{kind}}, {{size}}. {{by}} on {{on}}',
    event: '{{what}} ({{who}}), {{at}}',
    officialDocument: '{{title}}, {{on}}',
    withoutNegotiation:
      'The messages that the parties exchanged during negotiation are not open to mediation, except those that a party chose to show. None is in this document.',
  },
  parts: {
    which: 'This document is long: it is made in {{parts}} parts. This is part {{part}} of {{parts}}.',
    next: 'Part {{part}} can be downloaded at this address: {{address}}',
    fileName: 'File summary {{number}}, part {{part}} of {{parts}}.docx',
  },
  dossier: 'Dossier {{number}}',
  page: 'page',
  roles: { consumer: 'consumer', mediator: 'mediator', represents: 'represents {{party}}' },
  fileName: { agreement: 'Agreement {{number}}.docx', attestation: 'Attestation {{number}}.docx' },
  yes: 'Yes',
  no: 'No',
};
