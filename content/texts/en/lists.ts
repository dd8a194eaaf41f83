/** What every list can do: be searched, filtered, sorted, downloaded. */
export default {
  filters: { any: 'Any', narrow: 'Filter' },
  search: {
    submit: 'Search',
    clear: 'See the whole list',
    found: 'Results',
    foundNext: 'Results, continued',
    none: 'Nothing matches this search.',
    noneNote: 'Try with one word less. A search looks into the whole list, without its filters.',
    first: 'First results',
  },
  file: 'Download the list (CSV)',
  end: 'There is nothing more in this list.',
};
