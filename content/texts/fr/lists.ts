/** Ce que chaque liste peut : y chercher, la filtrer, la trier, la télécharger. */
export default {
  filters: { any: 'Peu importe', narrow: 'Filtrer' },
  search: {
    submit: 'Chercher',
    clear: 'Voir toute la liste',
    found: 'Résultats',
    foundNext: 'Résultats, suite',
    none: 'Rien ne correspond à cette recherche.',
    noneNote: 'Essayez avec un mot de moins. La recherche porte sur toute la liste, sans les filtres.',
    first: 'Premiers résultats',
  },
  file: 'Télécharger la liste (CSV)',
  end: 'Il n’y a rien de plus dans cette liste.',
};
