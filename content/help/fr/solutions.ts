import type { HelpText } from '../types.ts';

/** « Pistes de solution possibles » (F-146): LPC 271 and 272, requirements §9.4. */
export const solutions: HelpText = {
  title: 'Pistes de solution possibles',
  lead: 'Ce que vous pouvez demander ou offrir dans une proposition, et ce que la loi prévoit. Vous pouvez réunir plusieurs solutions dans une même proposition.',
  sections: [
    {
      id: 'loi',
      heading: 'Ce que prévoit la loi',
      blocks: [
        'Quand un commerçant ou un fabricant manque à une obligation que lui impose la Loi sur la protection du consommateur, l’article 272 permet de demander, selon le cas :',
        {
          list: [
            'que l’obligation soit exécutée, par exemple que le bien promis soit livré;',
            'l’autorisation de la faire exécuter par quelqu’un d’autre, aux frais du commerçant ou du fabricant;',
            'la réduction de sa propre obligation, par exemple une baisse du prix;',
            'la résiliation du contrat, qui y met fin pour l’avenir;',
            'la résolution du contrat, qui l’efface depuis le début;',
            'la nullité du contrat.',
          ],
        },
        'Des dommages-intérêts peuvent être demandés dans tous les cas. L’article 271, lui, permet de demander la nullité d’un contrat qui ne respecte pas une règle de formation ou de forme prévue par la loi.',
        'Ici, rien n’est imposé : une solution vaut parce que les deux parties l’acceptent. Vous pouvez donc convenir d’autre chose que ce qu’un tribunal pourrait ordonner.',
      ],
    },
    {
      id: 'solutions',
      heading: 'Solution par solution',
      blocks: [
        {
          remedies: {
            livraison:
              'Le commerçant livre le bien ou fournit le service convenu. Indiquez la date limite et, au besoin, l’adresse.',
            reparation:
              'Le bien est remis en état. Indiquez la date limite; précisez aussi qui paie le transport et si un autre bien vous est prêté entre-temps.',
            echange:
              'Le bien est remplacé par un bien identique ou équivalent. Dites lequel des deux, d’ici quand, et si l’ancien est repris.',
            correction_service:
              'Le commerçant refait ou corrige les travaux. Décrivez ce qui doit être corrigé et d’ici quand.',
            tiers:
              'Quelqu’un d’autre fait la réparation ou les travaux, et le commerçant paie jusqu’au montant maximal convenu. Une soumission écrite aide à fixer ce montant.',
            reduction:
              'Vous gardez le bien ou le service et en payez moins : un montant ou un pourcentage. C’est souvent utile quand le problème diminue la valeur du bien sans le rendre inutilisable.',
            remboursement_total:
              'Le prix est rendu en entier. Indiquez le mode de remboursement et la date limite; dites si le bien est rendu et qui en paie les frais.',
            remboursement_partiel: 'Une partie du prix est rendue, par exemple pour ce qui n’a pas été fourni.',
            resiliation:
              'Le contrat prend fin à la date choisie. Ce qui a été fourni et payé avant cette date reste acquis.',
            resolution:
              'Le contrat est effacé depuis le début : chacun rend à l’autre ce qu’il a reçu. Décrivez ce que chacun rend, et la date.',
            credit:
              'Le commerçant remet un crédit, une carte-cadeau ou une note de crédit. Précisez le montant, et s’il y a une échéance.',
            garantie:
              'Le commerçant prolonge une garantie ou reconnaît qu’elle s’applique. Précisez sa durée et ce qu’elle couvre.',
            reprise: 'Le commerçant vient chercher le bien ou le reprend. Dites quand, et qui en paie les frais.',
            dommages:
              'Une somme qui répare un préjudice causé par le problème. Elle se démontre : indiquez le montant, décrivez le préjudice et joignez un document à l’appui.',
            rectification: 'Le commerçant corrige une facture, un dossier ou une inscription.',
            excuses: 'Le commerçant présente des excuses, ou explique par écrit ce qui s’est passé.',
            autre: 'Toute autre compensation que vous décrivez.',
          },
        },
      ],
    },
    {
      id: 'dommages',
      heading: 'Les dommages-intérêts',
      blocks: [
        'Ils compensent une perte causée par le problème, en plus ou à la place d’une autre solution. Il faut pouvoir montrer trois choses : le manquement, le préjudice, et que l’un vient de l’autre.',
        {
          list: [
            'Par exemple : des aliments perdus dans un congélateur en panne, la location d’un appareil en attendant la réparation, des frais de déplacement.',
            'Calculez le montant à partir de documents : reçus, factures, soumissions. Un document à l’appui doit accompagner la demande.',
            'Des ennuis et des pertes de temps peuvent compter, mais leur montant est plus difficile à démontrer. Des exemples de jugements donnent une idée des sommes accordées.',
          ],
        },
        { links: [{ label: 'Voir des exemples de jugements', to: { theme: 'caseLaw' } }] },
      ],
    },
    {
      id: 'dommages-punitifs',
      heading: 'Les dommages punitifs',
      blocks: [
        'Ils ne compensent pas une perte : ils visent à décourager une conduite. L’article 272 de la Loi sur la protection du consommateur permet de les demander à un tribunal, qui en décide et en fixe le montant. Le Code civil (article 1621) le limite à ce qui suffit pour prévenir la répétition de cette conduite.',
        'Ils ne font donc pas partie des solutions à cocher dans une proposition.',
      ],
    },
    {
      id: 'choisir',
      heading: 'Comment choisir',
      blocks: [
        {
          list: [
            'Demandez-vous ce qui réglerait vraiment le problème : un bien qui fonctionne, une somme, la fin du contrat.',
            'Donnez un montant et une date. Une promesse sans date se réalise mal.',
            'Certaines solutions ne vont guère ensemble, comme un échange et un remboursement complet : la page vous le signale.',
          ],
        },
        { links: [{ label: 'Des outils pour bien négocier', to: { theme: 'negotiation' } }] },
      ],
    },
  ],
};
