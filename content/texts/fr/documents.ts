export default {
  agreement: {
    title: 'Entente',
    intro:
      'Le présent document constate l’entente conclue entre les parties sur Parle consommation. Chacune l’a lue et l’a acceptée avant qu’il soit produit.',
    parties: 'Les parties',
    consumer: 'Consommateur ou consommatrice',
    merchant: 'Commerçant',
    actedBy: 'Représenté par {{name}}',
    mediator: 'Entente conclue en médiation, avec l’aide de {{name}}.',
    about: 'Le litige',
    remedies: 'Ce dont les parties conviennent',
    terms: 'Précisions et modalités d’application de l’entente (délais, conditions, etc.)',
    noTerms: 'Aucune précision n’a été ajoutée.',
    effect: 'Portée',
    effectText:
      'Les parties veulent par cette entente mettre fin à leur litige : elle constitue une transaction au sens des articles 2631 et suivants du Code civil du Québec et les lie. Elle est conclue avant d’être exécutée.',
    acceptances: 'Acceptations',
    acceptance: '{{name}} ({{role}}) a accepté la version {{version}} le {{when}}.',
    certificate:
      'Certificat {{number}}. L’empreinte SHA-256 de ce fichier est affichée dans l’onglet Documents du dossier.',
  },
  attestation: {
    title: 'Attestation d’absence d’entente en médiation',
    intro:
      '{{office}} atteste que les parties nommées ci-dessous ont eu recours à la médiation sur Parle consommation et qu’elles n’ont pas conclu d’entente.',
    mediator: 'La médiation',
    mediatorLine: 'Médiatrice ou médiateur : {{name}}',
    accreditation: 'Accréditation : {{accreditation}}',
    began: 'Début de la médiation : {{when}}',
    ended: 'Fin de la médiation : {{when}}',
    nature: 'Nature du problème',
    noNature: 'Aucun résumé n’a été inscrit.',
    use: 'Utilité de l’attestation',
    useText:
      'L’article 7 du Code de procédure civile prévoit qu’une demande en justice peut être traitée en priorité lorsque les parties ont d’abord eu recours à un mode privé de règlement. Ce document ne révèle rien de ce qui s’est dit ou écrit pendant la médiation.',
  },
  dossier: 'Dossier {{number}}',
  page: 'page',
  roles: { consumer: 'consommateur ou consommatrice', merchant: 'commerçant' },
  fileName: { agreement: 'Entente {{number}}.docx', attestation: 'Attestation {{number}}.docx' },
  yes: 'Oui',
  no: 'Non',
};
