import type { FilingScreen } from './filing-screen.ts';
import { questions } from './questions.tsx';

const asked = questions('good');

/** The good or the service (F-059). Its category and kind are one field: `meubles.matelas`. */
export const good: FilingScreen = {
  ...asked,
  values: (view, reader) => {
    const { category, subcategory } = view.problem;
    return { ...asked.values(view, reader), ...(subcategory ? { category: `${category}.${subcategory}` } : {}) };
  },
};
