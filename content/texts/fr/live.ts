/** What a dossier's page says when it changes by itself. */
export default {
  message: 'Un nouveau message est arrivé.',
  messages: '{{count}} nouveaux messages sont arrivés.',
  proposal: 'Une nouvelle proposition est arrivée.',
  turn: 'À qui le tour : {{turn}}',
  changed: 'Cette page vient d’être mise à jour.',
  see: 'Voir',
  staleTitle: 'Il y a du nouveau dans ce dossier.',
  stale: 'Ce que vous avez écrit ici reste gardé.',
  reload: 'Afficher la page à jour',
  goneTitle: 'Cette page ne se met plus à jour.',
  gone: 'Votre session est terminée, ou ce dossier ne vous est plus ouvert. Ce que vous avez écrit ici reste gardé.',
  dismiss: 'Masquer',
};
