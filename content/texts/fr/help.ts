export default {
  landing: {
    title: 'Régler un différend avec un commerçant',
    lead: 'Un commerçant et vous ne vous entendez pas? Négociez en ligne, gratuitement, dans un lieu neutre, privé et sécurisé.',
    consumers: {
      title: 'Consommateurs',
      text: 'L’Office vous a envoyé un numéro de référence et un code d’accès? Inscrivez-vous, puis créez votre dossier.',
      signUp: 'S’inscrire',
      signIn: 'Se connecter',
    },
    merchants: {
      title: 'Commerçants',
      text: 'Répondez aux dossiers qui concernent votre entreprise. Votre compte est ouvert par l’Office, à la demande de votre répondant.',
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
        text: 'Vous décrivez le problème, proposez une solution et joignez vos documents. Vous avez 14 jours pour le transmettre.',
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
  lead: 'Les réponses aux questions les plus fréquentes.',
  topics: {
    before: {
      title: 'Avant de créer un dossier',
      text: 'Parlez d’abord au commerçant : il peut refuser de négocier si aucune démarche n’a été faite auprès de lui. Ayez sous la main votre facture ou votre contrat, et des photos s’il y a lieu.',
    },
    codes: {
      title: 'Le numéro de référence et le code d’accès',
      text: 'L’Office vous les envoie par courriel après avoir vérifié que le commerçant participe. Ils ne servent qu’une fois, pour créer le dossier, et non pour s’inscrire.',
    },
    representative: {
      title: 'Se faire représenter',
      text: 'Vous pouvez désigner une personne de confiance, âgée d’au moins 18 ans et qui n’est pas avocate. Elle agit alors seule dans le dossier; vous pouvez le lire et y ajouter des documents. Vous pouvez la retirer à tout moment.',
    },
    solutions: {
      title: 'Pistes de solution possibles',
      text: 'La loi permet notamment de demander que le contrat soit exécuté, que le bien soit réparé aux frais du commerçant, que le prix soit réduit, ou que le contrat soit annulé. Des dommages-intérêts peuvent s’y ajouter. Les dommages punitifs sont accordés par un tribunal : ils ne se négocient pas ici.',
    },
    negotiation: {
      title: 'Bien négocier',
      text: 'Dites ce que vous voulez obtenir, pourquoi, et d’ici quelle date. Appuyez-vous sur des faits, des montants et des documents. Décidez d’avance ce que vous pouvez accepter de moins, et ce que vous ferez sans entente. Répondez à ce que l’autre propose plutôt que de répéter votre demande. Dès que vous vous entendez de vive voix, écrivez-le en proposition : seule une proposition acceptée devient une entente.',
    },
    caseLaw: {
      title: 'Voir ce que les tribunaux ont décidé',
      text: 'La Société québécoise d’information juridique (SOQUIJ) offre deux outils gratuits pour chercher des décisions semblables à votre situation.',
    },
    mediation: {
      title: 'La médiation',
      text: 'Elle peut être demandée lorsque chaque partie a fait au moins une proposition, ou 45 jours après la prise en charge par le commerçant. Seule la médiatrice ou le médiateur propose alors; une entente demande l’accord des deux parties sur la même proposition.',
    },
    after: {
      title: 'Après la fermeture',
      text: 'Le dossier reste lisible un an. Après une entente, la messagerie reste ouverte 90 jours. Sans entente, vous recevez une trousse d’information sur vos autres recours.',
    },
  },
  contact: {
    title: 'Nous joindre',
    text: 'Pour de l’aide à l’utilisation, écrivez à {{email}}. L’Office ne peut pas conseiller une partie ni intervenir dans un dossier.',
  },
  privacy: {
    title: 'Protection des renseignements personnels',
    lead: 'Ce que nous conservons, qui le voit, et pendant combien de temps.',
    collected: {
      title: 'Ce que nous recueillons',
      text: 'Votre nom, vos coordonnées, ce que vous écrivez et joignez dans vos dossiers, le relevé de ce qui y est fait, et l’adresse IP d’où vous acceptez les conditions ou une entente. Nous ne recueillons rien à des fins publicitaires et n’utilisons aucun outil de suivi.',
    },
    seen: {
      title: 'Qui le voit',
      text: 'Les parties d’un dossier, et la médiatrice ou le médiateur qui y est assigné. L’Office voit le déroulement d’un dossier, et non son contenu; s’il doit l’ouvrir, il en consigne la raison et les parties le voient.',
    },
    retention: {
      title: 'Combien de temps',
      text: 'Un dossier fermé est conservé un an, puis son contenu est effacé. Il en reste le relevé des étapes (qui a fait quoi et quand, sans rien de ce qui a été écrit), l’empreinte de l’entente et la preuve que vous avez accepté les conditions. Votre compte demeure.',
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
