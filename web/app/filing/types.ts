type Choice = { code: string; label: string };

/** Choice lists of a draft, in the reader's language. Both levels of categories in one field: `meubles.matelas`, or `funeraire` alone. */
export type DraftLists = {
  categories: (Choice & { kinds: Choice[] })[];
  conditions: Choice[];
  contractPlaces: Choice[];
  paymentMethods: Choice[];
  problemNature: Choice[];
  priorStepMeans: Choice[];
  documentKinds: Choice[];
};
