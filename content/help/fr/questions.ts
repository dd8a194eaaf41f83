import type { HelpText } from '../types.ts';

export const questions: HelpText = {
  title: 'Questions fréquentes',
  lead: 'Des réponses courtes; chaque page d’aide en dit plus.',
  sections: [
    {
      id: 'avant',
      heading: 'Avant de commencer',
      blocks: [
        {
          parts: [
            {
              heading: 'Est-ce gratuit?',
              text: ['Oui, pour les deux parties, la médiation comprise.'],
            },
            {
              heading: 'Le commerçant est-il obligé de participer?',
              text: ['Non. La participation est volontaire, et chaque partie peut fermer le dossier à tout moment.'],
            },
            {
              heading: 'Ai-je besoin d’une avocate ou d’un avocat?',
              text: [
                'Non. Vous pouvez vous faire représenter par une personne de confiance, qui ne peut pas être avocate. Rien ne vous empêche de demander un avis juridique ailleurs.',
              ],
            },
            {
              heading: 'Je n’ai pas reçu mes codes.',
              text: [
                'Regardez dans les courriels indésirables, puis écrivez à l’Office. Les codes ne servent pas à s’inscrire : vous pouvez déjà ouvrir votre compte.',
              ],
            },
          ],
        },
        { links: [{ label: 'Qui peut participer', to: { theme: 'participants' } }] },
      ],
    },
    {
      id: 'pendant',
      heading: 'Pendant la négociation',
      blocks: [
        {
          parts: [
            {
              heading: 'Le commerçant ne prend pas le dossier en charge.',
              text: [
                'Des rappels lui sont envoyés, et l’Office est averti s’il ne répond pas. Vous pouvez aussi lui écrire dans le centre de messagerie, ou fermer le dossier.',
              ],
            },
            {
              heading: 'Combien de temps ai-je pour répondre?',
              text: [
                'Aucun délai n’est imposé, mais on attend une réponse dans un délai raisonnable. Si vous avez besoin de temps, dites-le.',
              ],
            },
            {
              heading: 'Puis-je changer ma proposition?',
              text: [
                'Oui, tant que l’autre partie ne l’a ni acceptée ni suivie d’une contre-proposition. Les versions précédentes restent dans l’historique.',
              ],
            },
            {
              heading: 'Le commerçant m’a appelé et nous nous sommes entendus.',
              text: [
                'Demandez qu’une proposition l’écrive dans le « Tableau des propositions », ou écrivez-la vous-même. Seule une proposition acceptée devient une entente.',
              ],
            },
            {
              heading: 'Dois-je attendre d’être remboursé pour accepter?',
              text: [
                'Non. L’entente s’enregistre avant d’être réalisée. Vous avez ensuite {{messages}} jours pour vous écrire à ce sujet.',
              ],
            },
            {
              heading: 'Qui lit mes messages?',
              text: ['En haut de chaque conversation, la page dit qui la lit. L’Office n’en lit aucune.'],
            },
          ],
        },
        { links: [{ label: 'Qui voit quoi', to: { page: 'whoSeesWhat' } }] },
      ],
    },
    {
      id: 'apres',
      heading: 'Après',
      blocks: [
        {
          parts: [
            {
              heading: 'Combien de temps le dossier reste-t-il lisible?',
              text: ['Pendant {{retention}} après sa fermeture. Son contenu est ensuite effacé.'],
            },
            {
              heading: 'Puis-je rouvrir un dossier fermé?',
              text: ['Non. Pour un nouveau problème, demandez de nouveaux codes à l’Office.'],
            },
            {
              heading: 'Et si l’entente n’est pas respectée?',
              text: [
                'Écrivez d’abord à l’autre partie, dans le centre de messagerie tant qu’il est ouvert. L’entente est un document que vous pouvez montrer, aussi devant un tribunal.',
              ],
            },
          ],
        },
        { links: [{ label: 'Les autres recours', to: { theme: 'remedies' } }] },
      ],
    },
  ],
};
