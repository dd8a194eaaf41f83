import type { Language } from '#content/texts/index.ts';
import type { PersonKey } from '#scripts/demo/people.ts';
import type { Person } from '../person.ts';

export const guideNames = ['consumer', 'merchant', 'mediator', 'officer'] as const;
export type GuideName = (typeof guideNames)[number];

/** Whose pages: the same person in both languages, or one for each, so that what they wrote is in the language of the guide. */
export type Sitter = PersonKey | null | Record<Language, PersonKey>;

/** A picture of a guide. */
export type Picture = {
  guide: GuideName;
  name: string;
  of: Sitter;
  /** Leads to the page, from wherever the person stands. */
  at(person: Person): Promise<void>;
  /** What is kept of the page: the first of each of these selectors, and all between. @default the main part */
  show?: string[];
  /** Begins under this, where a page's head was shown before. */
  under?: string;
  /** How many pixels of it are kept; what is below is cut. @default 900 */
  tall?: number;
  /** Keeps its end, and cuts what is above. @default false */
  end?: boolean;
  /** On a telephone. @default false */
  phone?: boolean;
};

/** What someone does before the next picture. */
type Act = { does: PersonKey; act(person: Person): Promise<void> };

export type Scene = Picture | Act;

export const isPicture = (scene: Scene): scene is Picture => 'guide' in scene;

/** Where a picture stands, from the folder of the guides. */
export const fileOf = ({ guide, name }: Pick<Picture, 'guide' | 'name'>, language: Language): string =>
  `images/${language}/${guide}-${name}.webp`;

/** The text of a guide, from the folder of the guides. */
export const guideFiles: Record<Language, Record<GuideName, string>> = {
  fr: {
    consumer: 'fr/consommateur.md',
    merchant: 'fr/commercant.md',
    mediator: 'fr/mediation.md',
    officer: 'fr/office.md',
  },
  en: {
    consumer: 'en/consumer.md',
    merchant: 'en/merchant.md',
    mediator: 'en/mediator.md',
    officer: 'en/officer.md',
  },
};

export function sitterIn(of: Sitter, language: Language): PersonKey | null {
  return of === null || typeof of === 'string' ? of : of[language];
}
