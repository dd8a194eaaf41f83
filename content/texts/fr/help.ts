export default {
  landing: {
    title: 'Régler un différend avec un commerçant',
    lead: 'Un commerçant et vous ne vous entendez pas? Négociez en ligne, gratuitement, dans un lieu neutre, privé et sécurisé.',
    consumers: {
      title: 'Consommatrices et consommateurs',
      text: 'L’Office vous a envoyé un numéro de référence et un code d’accès? Inscrivez-vous, puis créez votre dossier.',
      signUp: 'S’inscrire',
      signIn: 'Se connecter',
    },
    merchants: {
      title: 'Commerçants',
      text: 'Répondez aux dossiers qui concernent votre entreprise. Votre compte est ouvert par l’Office, à la demande de votre répondante ou répondant.',
      signIn: 'Se connecter',
    },
    mediators: {
      title: 'Médiatrices et médiateurs',
      text: 'Suivez les dossiers qui vous sont assignés. Votre compte est ouvert par l’Office.',
      signIn: 'Se connecter',
    },
    how: 'Comment cela se passe',
    steps: {
      one: {
        title: 'Vous créez votre dossier',
        text_one:
          'Vous décrivez le problème, proposez une solution et joignez vos documents. Vous avez {{count}} jour pour le transmettre.',
        text_other:
          'Vous décrivez le problème, proposez une solution et joignez vos documents. Vous avez {{count}} jours pour le transmettre.',
      },
      two: {
        title: 'Vous négociez',
        text: 'Le commerçant prend le dossier en charge, puis accepte votre proposition ou en fait une autre. À vous de répondre, et ainsi de suite.',
      },
      three: {
        title: 'Au besoin, une personne vous aide',
        text: 'Chaque partie peut demander la médiation. Une médiatrice ou un médiateur neutre propose des solutions, sans rien imposer.',
      },
      four: {
        title: 'Vous vous entendez',
        text: 'L’entente est écrite et remise aux deux parties. Sinon, vous restez libre d’utiliser un autre recours.',
      },
    },
    promises: 'Ce que vous pouvez attendre',
    free: 'C’est gratuit pour tous.',
    neutral: 'L’Office ne prend pas parti et ne conseille personne.',
    private: 'Ce qui est écrit reste confidentiel et ne peut pas servir de preuve, sauf si les parties en conviennent.',
  },
  title: 'Aide',
  lead: 'Ce qu’il faut savoir pour se préparer, négocier, demander la médiation et aller plus loin.',
  contents: 'Sur cette page',
  checkedOn: 'À jour au {{date}}',
  notAdvice:
    'Cette page donne de l’information générale, en termes simples. Elle ne remplace pas le texte des lois et n’est pas un avis juridique.',
  allPages: 'Toutes les pages d’aide',
  at: {
    process: 'Le déroulement, étape par étape',
    participants: 'Qui peut participer, et comment se préparer',
    solutions: 'Pistes de solution possibles',
    damages: 'Les dommages-intérêts et les dommages punitifs',
    negotiation: 'Outils d’aide à la négociation',
    formalise: 'Pourquoi écrire une proposition',
    time: 'Le temps de répondre, et comment relancer',
    agreement: 'Ce qu’est l’entente, et ce qui suit',
    mediation: 'Comment se passe la médiation',
    mediators: 'Mener une médiation, pas à pas',
    merchants: 'Conseils aux commerçants',
    remedies: 'Les autres recours',
    caseLaw: 'Ce que les tribunaux ont décidé',
    questions: 'Questions fréquentes',
    contact: 'Joindre l’Office',
    whoSeesWhat: 'Qui voit quoi',
    label: 'Pour vous aider',
  },
  merchantAdvice: {
    title: 'Ce qui aide un dossier à se régler',
    introduce: 'Présentez-vous dans le centre de messagerie et dites ce que vous vérifiez.',
    simple: 'Répondez vite, en mots simples.',
    counter: 'Si la proposition ne convient pas, faites une contre-proposition.',
    signIn:
      'Connectez-vous régulièrement : lisez les courriels de la plateforme et les messages de l’Office, et répondez-y.',
    brief:
      'En médiation, informez la médiatrice ou le médiateur : vos messages avec l’autre partie ne lui sont pas montrés.',
  },
  privacy: {
    title: 'Protection des renseignements personnels',
    lead: 'Ce que nous conservons, qui le voit, et pendant combien de temps.',
    collected: {
      title: 'Ce que nous recueillons',
      text: 'Votre nom, vos coordonnées, ce que vous écrivez et joignez dans vos dossiers, le relevé de ce qui y est fait, l’adresse IP d’où vous acceptez les conditions ou une entente, et celle d’où vous ouvrez une session, avec le navigateur et le système de l’appareil. Nous ne recueillons rien à des fins publicitaires et n’utilisons aucun outil de suivi.',
    },
    seen: {
      title: 'Qui le voit',
      text: 'Les parties d’un dossier, et la médiatrice ou le médiateur qui y est assigné. L’Office voit le déroulement d’un dossier, et non son contenu; s’il doit l’ouvrir, il en consigne la raison et les parties le voient.',
    },
    retention: {
      title: 'Combien de temps',
      text: 'Un dossier fermé est conservé {{retention}}, puis son contenu est effacé. Il en reste le relevé des étapes (qui a fait quoi et quand, sans rien de ce qui a été écrit), l’empreinte de l’entente et la preuve que vous avez accepté les conditions. Votre compte demeure.',
    },
    cookies: {
      title: 'Témoins',
      text: 'Des témoins gardent votre session ouverte, retiennent votre langue et l’apparence choisie, reconnaissent un navigateur où vous vous êtes déjà connecté, et servent d’une page à la suivante quand un formulaire est envoyé. Ce que vous êtes en train d’écrire est aussi gardé dans votre navigateur jusqu’à l’envoi. Rien de cela ne sert à vous suivre.',
    },
    rights: {
      title: 'Vos droits',
      text: 'Vous pouvez consulter et corriger vos renseignements dans votre profil, ou écrire à {{email}}.',
    },
  },
  accessibility: {
    title: 'Accessibilité',
    lead: 'Chacun doit pouvoir utiliser Parle consommation.',
    how: {
      title: 'Ce que nous faisons',
      text: 'Les pages visent la norme WCAG 2.2, niveau AA, et le standard SGQRI 008. Elles s’utilisent au clavier, avec un lecteur d’écran, sur un téléphone et sans JavaScript, en clair ou en sombre, et le texte peut être agrandi.',
    },
    tell: {
      title: 'Une difficulté?',
      text: 'Écrivez à {{email}} et dites-nous à quelle page. Nous vous aiderons à faire ce que vous vouliez faire, puis nous la corrigerons.',
    },
  },
};
