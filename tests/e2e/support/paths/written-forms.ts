import { calendarAround } from '#scripts/demo/calendar.ts';
import { usedCar } from '#scripts/demo/disputes/used-car.ts';
import { renovation } from '#scripts/demo/disputes/renovation.ts';
import type { Actor } from '../browser/actor.ts';
import type { Stage } from '../stage/stage.ts';

/** A form that people write in: who, where, and the field that they type in. */
export type WrittenForm = {
  name: string;
  /** Key of the person; null for someone who has no account yet. */
  by: string | null;
  address(ids: Ids): string;
  field: string;
  /** What is written in it the nth time, and beside it by another window. @default words */
  texts?(n: number): [string, string];
};

type Ids = { open: string; sent: string; draft: string; mediation: string; announced: string; merchant: string };

/** Days as a field of a date takes them. */
const days = (n: number): [string, string] =>
  [1, 2].map((month) => `2099-0${month}-${10 + (n % 18)}`) as [string, string];

export const castOfForms = [
  'officer',
  'mediator',
  'marcandre',
  'tilleul.repondant',
  'tilleul.rep',
  'fatou',
  'saintlaurent.repondant',
  'saintlaurent.rep',
];

export const writtenForms: WrittenForm[] = [
  { name: 'sign-up', by: null, address: () => '/inscription', field: 'firstName' },
  { name: 'participation', by: null, address: () => '/participation', field: 'tradeNames' },
  { name: 'profile', by: 'marcandre', address: () => '/profil', field: 'addressLine' },
  {
    name: 'a page of a filing',
    by: 'marcandre',
    address: ({ draft }) => `/dossiers/${draft}/creation/precisions`,
    field: 'details',
  },
  {
    name: 'terms of a first proposal',
    by: 'marcandre',
    address: ({ draft }) => `/dossiers/${draft}/creation/modalites`,
    field: 'terms',
  },
  {
    name: 'representative',
    by: 'marcandre',
    address: ({ draft }) => `/dossiers/${draft}/representation`,
    field: 'firstName',
  },
  {
    name: 'message',
    by: 'tilleul.rep',
    address: ({ open }) => `/dossiers/${open}/messages`,
    field: 'body',
  },
  {
    name: 'counter-proposal',
    by: 'tilleul.rep',
    address: ({ open }) => `/dossiers/${open}/propositions/nouvelle`,
    field: 'terms',
  },
  {
    name: 'refusal',
    by: 'tilleul.rep',
    address: ({ sent }) => `/dossiers/${sent}/refus`,
    field: 'justification',
  },
  { name: 'invitation to represent', by: 'fatou', address: () => '/invitation', field: 'number' },
  {
    name: 'more time for a draft',
    by: 'officer',
    address: ({ draft }) => `/office/dossiers/${draft}`,
    field: 'until',
    texts: days,
  },
  {
    name: 'reading for a reason',
    by: 'officer',
    address: ({ open }) => `/office/dossiers/${open}/acces-exceptionnel`,
    field: 'justification',
  },
  {
    name: 'closing',
    by: 'marcandre',
    address: ({ open }) => `/dossiers/${open}/fermeture`,
    field: 'justification',
  },
  {
    name: 'leaving a mediation',
    by: 'fatou',
    address: ({ mediation }) => `/dossiers/${mediation}/mediation/retrait`,
    field: 'justification',
  },
  {
    name: 'announcing the end of a mediation',
    by: 'mediator',
    address: ({ mediation }) => `/dossiers/${mediation}/mediation/fermeture`,
    field: 'body',
  },
  {
    name: 'closing a mediation',
    by: 'mediator',
    address: ({ announced }) => `/dossiers/${announced}/mediation/fermeture`,
    field: 'nature',
  },
  {
    name: 'notes of a mediator',
    by: 'mediator',
    address: ({ mediation }) => `/dossiers/${mediation}/mediation/notes`,
    field: 'body',
  },
  {
    name: 'the Office’s log of a dossier',
    by: 'officer',
    address: ({ open }) => `/office/dossiers/${open}/suivi`,
    field: 'body',
  },
  {
    name: 'the Office’s next step in a dossier',
    by: 'officer',
    address: ({ open }) => `/office/dossiers/${open}/suivi`,
    field: 'what',
  },
  {
    name: 'a saved reply',
    by: 'tilleul.rep',
    address: () => '/file-de-travail/reponses',
    field: 'body',
  },
  { name: 'codes to issue', by: 'officer', address: () => '/office/codes/nouveau', field: 'email' },
  { name: 'merchant', by: 'officer', address: () => '/office/commercants/nouveau', field: 'name' },
  {
    name: 'merchant to correct',
    by: 'officer',
    address: ({ merchant }) => `/office/commercants/${merchant}/modifier`,
    field: 'addressLine',
  },
  {
    name: 'member',
    by: 'officer',
    address: ({ merchant }) => `/office/commercants/${merchant}/membres/nouveau`,
    field: 'lastName',
  },
  {
    name: 'what a respondent tells the Office',
    by: 'tilleul.repondant',
    address: ({ merchant }) => `/equipe/${merchant}`,
    field: 'body',
  },
  { name: 'mediator', by: 'officer', address: () => '/office/mediateurs/nouveau', field: 'accreditation' },
];

/**
 * The dossiers of the table: one in negotiation, where the merchant is awaited, one that nobody has taken charge of, one that is not submitted, one in mediation,
 * and one whose closing by the mediator is announced.
 */
export async function dossiersOfForms(stage: Stage): Promise<Ids> {
  const open = await stage.bring((calendar) => ({ ...renovation(calendar), key: 'written-open' }));
  const sent = await stage.bring((calendar) => ({ ...renovation(calendar), key: 'written-sent', steps: [] }));
  const draft = await stage.bring((calendar) => ({
    ...renovation(calendar),
    key: 'written-draft',
    submits: false,
    steps: [],
  }));
  const toAssigned =
    usedCar(calendarAround(new Date(), 'fr')).steps.findIndex(({ act }) => act === 'declareNoConflict') + 1;
  const mediation = await stage.bring(usedCar, toAssigned);
  const announced = await stage.bring((calendar) => {
    const told = usedCar(calendar);
    const announcement = {
      by: 'mediator',
      act: 'postMessage',
      thread: 'mediationRoom',
      announcesClosing: true,
      body: 'Je vais fermer le dossier.',
    } as const;
    return { ...told, key: 'written-announced', steps: [...told.steps.slice(0, toAssigned), announcement] };
  });
  return { open, sent, draft, mediation, announced, merchant: stage.accounts.merchantId('tilleul') };
}

/** Browsers of the table's people, each entered once. */
export function browsersOf(stage: Stage): (form: WrittenForm) => Promise<Actor> {
  const entered = new Map<string | null, Promise<Actor>>();
  return ({ by }) => {
    const known = entered.get(by) ?? (by === null ? stage.stranger('fr') : stage.enter(by));
    entered.set(by, known);
    return known;
  };
}
