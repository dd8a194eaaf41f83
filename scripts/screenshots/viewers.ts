import { helpAddress, href, pages } from '#contracts/pages/index.ts';
import type { PersonKey } from '#scripts/demo/people.ts';

/** Who looks, and from where. */
export type Viewer = {
  role: string;
  /** Of the demonstration; nobody signed in for null. */
  key: PersonKey | null;
  starts: string[];
  /** Pages that answer with another status than 200, by their addresses. */
  expected?: Record<string, number>;
};

const list = href(pages.dossier.list);
const profile = href(pages.accounts.profile);
const nowhere = '/nulle-part';

/** What everyone reads alike: those who follow links from their own pages do not come by. */
const forAll = [
  href(pages.public.home),
  href(pages.public.help),
  helpAddress('solutions'),
  href(pages.public.whoSeesWhat),
  href(pages.public.terms),
  href(pages.public.confidentiality),
  href(pages.public.privacy),
  href(pages.public.accessibility),
  href(pages.accounts.forgot),
  href(pages.participation.form),
  href(pages.participation.sent),
  href(pages.participation.team),
];

/** People whose dossiers stand in different places: each page is seen by someone for whom it has something to show. */
export const viewers: readonly Viewer[] = [
  {
    role: 'visitor',
    key: null,
    starts: [
      ...[
        href(pages.public.home),
        href(pages.accounts.signIn),
        href(pages.accounts.signUp),
        href(pages.accounts.forgot),
      ],
      ...[href(pages.accounts.passkeySignIn), href(pages.accounts.demonstration), href(pages.filing.start)],
      ...[href(pages.public.help), href(pages.participation.form), href(pages.participation.sent), nowhere],
    ],
    expected: { [nowhere]: 404 },
  },
  {
    role: 'consumer',
    key: 'claire',
    starts: [list, profile, href(pages.filing.start), href(pages.representation.invitation), ...forAll],
  },
  { role: 'consumer-answering', key: 'emily', starts: [list] },
  { role: 'consumer-awaiting', key: 'sylvie', starts: [list] },
  { role: 'consumer-forty-proposals', key: 'marie', starts: [list] },
  { role: 'consumer-represented', key: 'gerard', starts: [list] },
  { role: 'consumer-new-draft', key: 'thomas', starts: [list] },
  { role: 'consumer-in-mediation', key: 'fatou', starts: [list] },
  { role: 'consumer-mediated', key: 'lucie', starts: [list] },
  { role: 'consumer-not-mediated', key: 'genevieve', starts: [list] },
  { role: 'consumer-refused', key: 'daniel', starts: [list] },
  { role: 'representative', key: 'isabelle', starts: [list, href(pages.filing.start), ...forAll] },
  {
    role: 'respondent',
    key: 'boreal.repondant',
    starts: [list, href(pages.queue.list), profile, ...forAll],
  },
  {
    role: 'merchant-representative',
    key: 'tilleul.rep',
    starts: [list, href(pages.queue.list), ...forAll],
  },
  { role: 'merchant-colleague', key: 'boreal.rep', starts: [list] },
  { role: 'merchant-in-mediation', key: 'saintlaurent.rep', starts: [list] },
  { role: 'mediator', key: 'mediator', starts: [list, href(pages.absences.list), profile, ...forAll] },
  { role: 'mediator-away', key: 'mediator3', starts: [list, href(pages.absences.list)] },
  {
    role: 'officer',
    key: 'officer',
    starts: [href(pages.office.home), href(pages.office.dossiers), profile, ...forAll],
  },
];
