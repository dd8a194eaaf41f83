/** A demonstration: who to sign in as. Shown nowhere else. */
export default {
  title: 'Les personnes de la démonstration',
  lead: 'Entrez d’un clic à la place d’une de ces personnes. Elles sont fictives, comme leurs dossiers. Pour en changer, revenez à cette page.',
  some: 'Entrez d’un clic à la place d’une personne fictive.',
  everyone: 'Voir toutes les personnes de la démonstration',
  others_one: 'Une autre personne',
  others_other: 'Les {{count}} autres',
  enter: 'Entrer comme {{name}}',
  waiting_zero: 'rien n’attend de réponse',
  waiting_one: '{{count}} dossier attend une réponse',
  waiting_other: '{{count}} dossiers attendent une réponse',
  onDesk_zero: 'rien n’attend au bureau de l’Office',
  onDesk_one: '{{count}} point attend au bureau de l’Office',
  onDesk_other: '{{count}} points attendent au bureau de l’Office',
  roles: {
    consumer: { title: 'Consommatrices et consommateurs', one: 'partie consommatrice' },
    consumerRepresentative: {
      title: 'Personnes qui représentent une partie consommatrice',
      one: 'représente une partie consommatrice',
    },
    respondent: { title: 'Répondantes et répondants des commerçants', one: 'répond pour {{merchant}}' },
    representative: { title: 'Personnes qui agissent pour les commerçants', one: 'agit pour {{merchant}}' },
    mediator: { title: 'Médiatrices et médiateurs', one: 'médiation' },
    officer: { title: 'Office', one: 'Office' },
  },
};
