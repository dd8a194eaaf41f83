export default {
  agreement: {
    title: 'Entente',
    intro:
      'Les parties nommées ci-dessous concluent cette entente sur Parle consommation. Chacune la propose ou l’accepte après l’avoir lue en entier, telle qu’elle est écrite ici.',
    parties: 'Les parties',
    consumer: 'Consommateur ou consommatrice',
    merchant: 'Commerçant',
    actedBy: 'Représenté par {{name}}',
    mediator: 'Entente conclue en médiation, avec l’aide de {{name}}.',
    about: 'Le litige',
    effect: 'Portée',
    effectText:
      'Les parties veulent par cette entente mettre fin à leur litige : elle constitue une transaction au sens des articles 2631 et suivants du Code civil du Québec et les lie. Elle est conclue avant d’être exécutée.',
    acceptances: 'Proposition et acceptations',
    toCome:
      'Une fois l’entente conclue, ces lignes disent qui l’a proposée, qui l’a acceptée et quand, avec le numéro du certificat.',
    proposal: '{{name}} ({{role}}) a proposé la version {{version}} le {{when}}.',
    acceptance: '{{name}} ({{role}}) a accepté la version {{version}} le {{when}}.',
    certificate:
      'Certificat {{number}}. L’empreinte SHA-256 de ce fichier est affichée dans l’onglet Documents du dossier.',
  },
  attestation: {
    title: 'Attestation d’absence d’entente en médiation',
    intro:
      'Organisme : {{office}}.\nIl est attesté que les parties nommées ci-dessous ont eu recours à la médiation sur Parle consommation et qu’elles n’ont pas conclu d’entente.',
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
  letter: {
    cases: {
      takeCharge: {
        title: 'Un dossier attend d’être pris en charge',
        why: 'Ce dossier a été transmis le {{date}}, et personne ne l’a encore pris en charge pour le commerçant. Si c’est fait depuis, ne tenez pas compte de cette lettre.',
        what: 'Prendre un dossier en charge n’engage pas à accepter ce qui est demandé : vous pourrez ensuite répondre ou proposer autre chose. Vous pouvez aussi refuser de négocier, en disant pourquoi.',
      },
      negotiation: {
        title: 'Votre réponse est attendue',
        why: 'Selon nos registres, ce dossier attend une réponse depuis le {{date}}. Si vous avez répondu depuis, ne tenez pas compte de cette lettre.',
        what: 'Vous pouvez répondre à la proposition de l’autre partie, en faire une ou lui écrire. Une réponse, même brève, permet de faire avancer la démarche.',
      },
      mediation: {
        title: 'De vos nouvelles sont attendues en médiation',
        why: 'Ce dossier est en médiation depuis le {{date}}, et de vos nouvelles y sont attendues. Si vous en avez donné depuis, ne tenez pas compte de cette lettre.',
        what: 'Vous pouvez écrire dans l’espace de discussion, ou en privé à la médiatrice ou au médiateur. Y prendre part n’oblige à accepter aucune proposition.',
      },
      calls: {
        title: 'L’Office a cherché à vous joindre',
        why: 'L’Office a cherché à vous joindre par téléphone au sujet de ce dossier, où de vos nouvelles sont attendues depuis le {{date}}.',
        what: 'Si votre numéro a changé, corrigez-le dans votre profil, ou dites-nous à quel numéro vous joindre.',
      },
    },
    fileName: 'Lettre du dossier {{number}}.docx',
    date: 'Le {{date}}',
    attention: 'À l’attention de {{name}}',
    subject: 'Objet',
    subjectValue: 'dossier {{number}} sur Parle consommation',
    open: 'Un dossier est ouvert sur la plateforme Parle consommation entre {{consumer}} et {{merchant}}.',
    answer:
      'Pour lire le dossier et y répondre, connectez-vous à {{address}} avec votre courriel et votre mot de passe, puis ouvrez le dossier {{number}}.',
    help: 'Si vous ne pouvez plus vous connecter, ou si vous ne souhaitez pas poursuivre la démarche, écrivez-nous à {{email}}.',
    neutral:
      'La participation est volontaire. L’Office assure le suivi des dossiers; il ne conseille aucune des parties et ne se prononce pas sur le différend.',
  },
  fileSummary: {
    title: 'Résumé complet du dossier',
    fileName: 'Résumé du dossier {{number}}.docx',
    intro:
      'Préparé le {{when}} pour {{name}}. Ce document réunit ce que cette personne peut lire dans le dossier à ce moment. Celui d’une autre personne peut en contenir plus ou moins.',
    confidential:
      'Ce qui s’écrit et se propose pendant la négociation et la médiation est confidentiel. Gardez ce document en lieu sûr : il contient aussi des renseignements personnels.',
    caucus:
      'Il contient vos échanges privés avec la médiatrice ou le médiateur. L’autre partie ne les lit pas sur la plateforme.',
    caucuses: 'Il contient vos échanges privés avec les parties. Ne le transmettez ni à l’une ni à l’autre.',
    file: 'Le dossier',
    parties: 'Les parties',
    problem: 'Le problème',
    ending: 'La fermeture du dossier',
    proposals: 'Les propositions',
    exchanges: 'Les échanges',
    documents: 'Les documents',
    history: 'Ce qui s’est passé',
    number: 'Numéro du dossier',
    subject: 'Objet',
    status: 'Étape',
    noMessages: 'Aucun message.',
    noProposals: 'Aucune proposition n’a été faite.',
    proposal: '{{kind}} {{author}}',
    state: 'État',
    message: '{{author}}, {{role}}, le {{at}}',
    document: '{{kind}}, {{size}}. {{by}} le {{on}}',
    event: '{{what}} ({{who}}), le {{at}}',
    officialDocument: '{{title}}, le {{on}}',
    withoutNegotiation:
      'Les messages que les parties ont échangés pendant la négociation ne sont pas ouverts à la médiation, sauf ceux qu’une partie a choisi de montrer. Aucun n’est dans ce document.',
  },
  parts: {
    which: 'Ce document est long : il est fait en {{parts}} parties. Voici la partie {{part}} de {{parts}}.',
    next: 'La partie {{part}} se télécharge à cette adresse : {{address}}',
    fileName: 'Résumé du dossier {{number}}, partie {{part}} de {{parts}}.docx',
  },
  dossier: 'Dossier {{number}}',
  page: 'page',
  roles: {
    consumer: 'consommateur ou consommatrice',
    mediator: 'médiatrice ou médiateur',
    represents: 'représente {{party}}',
  },
  fileName: { agreement: 'Entente {{number}}.docx', attestation: 'Attestation {{number}}.docx' },
  yes: 'Oui',
  no: 'Non',
};
