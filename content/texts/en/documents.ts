export default {
  agreement: {
    title: 'Agreement',
    intro:
      'This document records the agreement reached by the parties on Parle consommation. Each of them read it and accepted it before it was made.',
    parties: 'The parties',
    consumer: 'Consumer',
    merchant: 'Merchant',
    actedBy: 'Represented by {{name}}',
    mediator: 'Agreement reached in mediation, with the help of {{name}}.',
    about: 'The dispute',
    remedies: 'What the parties agree on',
    terms: 'Details and terms of application of the agreement (deadlines, conditions, etc.)',
    noTerms: 'No details were added.',
    effect: 'Effect',
    effectText:
      'By this agreement the parties intend to end their dispute: it is a transaction within the meaning of articles 2631 and following of the Civil Code of Québec, and it binds them. It is concluded before it is performed.',
    acceptances: 'Acceptances',
    acceptance: '{{name}} ({{role}}) accepted version {{version}} on {{when}}.',
    certificate: 'Certificate {{number}}. The SHA-256 hash of this file is shown in the Documents tab of the dossier.',
  },
  attestation: {
    title: 'Attestation of absence of agreement in mediation',
    intro:
      '{{office}} attests that the parties named below used mediation on Parle consommation and did not reach an agreement.',
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
  dossier: 'Dossier {{number}}',
  page: 'page',
  roles: { consumer: 'consumer', merchant: 'merchant' },
  fileName: { agreement: 'Agreement {{number}}.docx', attestation: 'Attestation {{number}}.docx' },
  yes: 'Yes',
  no: 'No',
};
