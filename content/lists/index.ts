import type { Language } from '../texts/index.ts';
import { categories, subcategories } from './categories.ts';
import * as closing from './closing.ts';
import * as dossier from './dossier.ts';
import * as problem from './problem.ts';
import { problemNature } from './problem-nature.ts';
import { remedies, remedyHints } from './remedies.ts';
import { remedyChoiceLabels, remedyFieldLabels } from './remedy-fields.ts';
import type { ListItem } from './types.ts';
import { typeset } from '../texts/typography.ts';

export type { ListItem } from './types.ts';

/** Every choice list (§9) by its name. */
export const lists = {
  problemNature,
  categories,
  subcategories,
  remedies,
  remedyHints,
  remedyFields: remedyFieldLabels,
  remedyChoices: remedyChoiceLabels,
  priorStepMeans: problem.priorStepMeans,
  contractPlaces: problem.contractPlaces,
  paymentMethods: problem.paymentMethods,
  conditions: problem.conditions,
  documentKinds: problem.documentKinds,
  generatedDocumentKinds: problem.generatedDocumentKinds,
  relationships: problem.relationships,
  problemKinds: problem.problemKinds,
  ineligibility: problem.ineligibility,
  partyClosingReasons: closing.partyClosingReasons,
  refusalReasons: closing.refusalReasons,
  mediatorClosingReasons: closing.mediatorClosingReasons,
  recusalReasons: closing.recusalReasons,
  breakGlassReasons: closing.breakGlassReasons,
  systemClosingReasons: closing.systemClosingReasons,
  outcomes: closing.outcomes,
  statuses: dossier.statuses,
  threads: dossier.threads,
  threadReaders: dossier.threadReaders,
  roles: dossier.roles,
  proposalStates: dossier.proposalStates,
  mediationReports: dossier.mediationReports,
  reportAnswers: dossier.reportAnswers,
  contactWays: dossier.contactWays,
} satisfies Record<string, readonly ListItem[]>;

export type ListName = keyof typeof lists;

export function isListName(name: string): name is ListName {
  return Object.hasOwn(lists, name);
}

/** What stands for a code that no list has any more: an old dossier still says something, and nobody reads a code. */
const lost = { fr: 'Choix qui n’est plus offert', en: 'A choice that is no longer offered' } as const;

/** Label of a code in a list, or in the first of several that has it. */
export function label(list: ListName | readonly ListName[], code: string, language: Language): string {
  const names = typeof list === 'string' ? [list] : list;
  const found = names.find((name) => labels[language][name].has(code));
  return (found && labels[language][found].get(code)) ?? lost[language];
}

/** Every label by its language, list and code, ready to be read. */
const labels = {
  fr: labelsBy((item) => typeset(item.fr)),
  en: labelsBy((item) => item.en),
};

function labelsBy(read: (item: ListItem) => string): Record<ListName, Map<string, string>> {
  const entries = Object.entries(lists).map(([name, items]) => {
    const byCode = new Map<string, string>();
    // A code that two categories have is read as the first one's.
    for (const item of items) if (!byCode.has(item.code)) byCode.set(item.code, read(item));
    return [name, byCode];
  });
  return Object.fromEntries(entries) as Record<ListName, Map<string, string>>;
}

/** The choices of a list in a language, ready for a field; `parent` keeps those of one category. */
export function choices(list: ListName, language: Language, parent?: string): { code: string; label: string }[] {
  const items: readonly ListItem[] = lists[list];
  return items
    .filter((item) => parent === undefined || item.parent === parent)
    .map((item) => ({ code: item.code, label: language === 'fr' ? typeset(item.fr) : item.en }));
}

/** True when a list holds this code (and, in a list of two levels, under this parent). */
export function isCode(list: ListName, code: unknown, parent?: string): code is string {
  const items: readonly ListItem[] = lists[list];
  return items.some((item) => item.code === code && (parent === undefined || item.parent === parent));
}
