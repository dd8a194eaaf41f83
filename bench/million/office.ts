import type pg from 'pg';
import { accountOfAddress } from '#db/directory/accounts.ts';
import { dossiersToHandOver, mediatorsFor } from '#db/directory/mediators.ts';
import { referralsOfDossier } from '#db/referrals/issued-codes.ts';
import { readAsked } from '#web/app/dossier/list/asked.ts';
import { askedOf, queues, slugOf } from '#web/app/office/desk/queues.ts';
import type { CurrentUser } from '#web/server/services/accounts/types.ts';
import { findMediators, findMerchants, listMediators, listMerchants } from '#web/server/services/directory/lists.ts';
import { dossierList, findDossiers } from '#web/server/services/dossier/list.ts';
import {
  dossierChoices,
  officeDossiers,
  searchDossiers,
  sendDossiers,
  type DossiersFilter,
  type OverseenOrder,
} from '#web/server/services/office/dossiers.ts';
import { figureMonths, figures } from '#web/server/services/office/figures.ts';
import { desk, queue, searchQueue } from '#web/server/services/office/queues.ts';
import { findReadings, readings } from '#web/server/services/office/readings.ts';
import { companyPeople } from '#web/server/services/participation/company.ts';
import type { ReferralState } from '#db/referrals/issued-codes.ts';
import { findReferrals, referralsPage, sendReferrals } from '#web/server/services/referrals/list.ts';
import { rare, type Seeded } from '../list/seed.ts';
import type { OfficeReaders } from '../queues/seed.ts';
import { firstPart, found, noWords, page, type Asking, type Question } from './asked.ts';
import { aDossier, halfWay } from './people.ts';

export type OfficeSeeded = Seeded & OfficeReaders;

/** What is asked for the Office and for a mediator, over dossiers of many companies. */
export async function officeQuestions(asking: Asking, pool: pg.Pool, seeded: OfficeSeeded): Promise<Question[]> {
  const officer = await asking.personOf(seeded.officerId);
  return [
    ...deskQuestions(asking, officer, await aDossier(pool)),
    ...(await dossierQuestions(asking, pool, { officer, seeded })),
    ...codeQuestions(asking, officer),
    ...directoryQuestions(asking, officer, { dossierId: (await aDossier(pool)).id, seeded }),
    ...(await mediatorQuestions(asking, pool, seeded)),
    await companyQuestion(asking, seeded),
  ];
}

function deskQuestions({ deps }: Asking, officer: CurrentUser, { number }: { number: string }): Question[] {
  const lists = queues.flatMap((name) => {
    const { filter } = askedOf(name, new URLSearchParams(), () => false);
    const asked = { officerId: officer.id, name, filter, order: 'age', after: null } as const;
    return [
      page(`Office: list « ${slugOf(name)} »`, () => queue(deps, asked)),
      page(`Office: list « ${slugOf(name)} », searched by company`, () =>
        searchQueue(deps, officer, { name, ...found('boréal') }),
      ),
    ];
  });
  return [
    page('Office: the desk, with its counts', () => desk(deps)),
    ...lists,
    page('Office: list « silence », searched by number', () =>
      searchQueue(deps, officer, { name: 'silent', ...found(number) }),
    ),
  ];
}

async function dossierQuestions(
  { deps }: Asking,
  pool: pg.Pool,
  { officer, seeded }: { officer: CurrentUser; seeded: OfficeSeeded },
): Promise<Question[]> {
  const all: DossiersFilter = {
    status: null,
    awaited: false,
    turn: null,
    mediatorId: null,
    merchantId: null,
    days: null,
  };
  const list = (narrowed: Partial<DossiersFilter>, order: OverseenOrder = 'changed', after: string | null = null) => {
    const asked = { officerId: officer.id, filter: { ...all, ...narrowed }, order, after };
    return () => officeDossiers(deps, asked);
  };
  const deep = await halfWay(pool, 'changed_for_office', 'true');
  const after = deps.cursors.write(JSON.stringify(['office', officer.id, all, 'changed']), deep);
  const { number, id } = await aDossier(pool);
  const search = (words: string) => () => searchDossiers(deps, officer, found(words));
  return [
    page('Office: dossiers, first page', list({})),
    page('Office: dossiers, half-way', list({}, 'changed', after)),
    page('Office: dossiers, opened first', list({}, 'age')),
    page('Office: dossiers, awaited longest', list({}, 'wait')),
    page('Office: dossiers in mediation', list({ status: 'mediation' })),
    page('Office: dossiers that wait for it', list({ awaited: true })),
    page('Office: dossiers of a company', list({ merchantId: seeded.merchantId })),
    page('Office: dossiers of a mediator', list({ mediatorId: seeded.mediatorId })),
    page('Office: dossiers, file, first part', () =>
      firstPart(sendDossiers(deps, officer, { filter: all, order: 'changed', words: noWords })),
    ),
    page('Office: dossiers, searched by number', search(number)),
    page('Office: dossiers, searched by a rare name', search(rare.last)),
    page('Office: dossiers, searched by a name that all share', search('claire')),
    page('Office: dossiers, searched by company', search('ameublement')),
    page('Office: a dossier’s codes', () =>
      referralsOfDossier(deps.db, { dossierId: id, now: deps.now().toISOString() }),
    ),
    {
      name: 'Office: dossiers, mediators to narrow to',
      flat: false,
      ask: () => dossierChoices(deps, { merchantId: null }),
    },
  ];
}

function codeQuestions({ deps }: Asking, officer: CurrentUser): Question[] {
  const list = (state: ReferralState | null) => () =>
    referralsPage(deps, officer, { filter: { state }, order: 'newest', after: null });
  const search = (words: string) => () => findReferrals(deps, officer, found(words));
  const file = { filter: { state: null }, order: 'newest', words: noWords } as const;
  return [
    page('Office: codes, with their counts', list(null)),
    page('Office: codes that can be used', list('sent')),
    page('Office: codes, searched by number', search('R2026-000042')),
    page('Office: codes, searched by address', search('nobody@bench.example')),
    page('Office: codes, searched by company', search('ameublement')),
    page('Office: codes, file, first part', () => firstPart(sendReferrals(deps, officer, file))),
  ];
}

function directoryQuestions(
  { deps }: Asking,
  officer: CurrentUser,
  { dossierId, seeded: { merchantId, mediatorId } }: { dossierId: string; seeded: OfficeSeeded },
): Question[] {
  const merchants =
    (order: 'name' | 'newest', respondent: 'none' | null = null) =>
    () =>
      listMerchants(deps, officer, { filter: { respondent }, order, after: null });
  const mediators = (order: 'name' | 'load') => () =>
    listMediators(deps, officer, { filter: { state: null, language: null }, order, after: null });
  const [month = ''] = figureMonths(deps).slice(1);
  const reading = { filter: { reason: null }, order: 'newest', after: null } as const;
  const all = (name: string, ask: Question['ask']): Question => ({ name, flat: false, ask });
  return [
    page('Office: companies, by name', merchants('name')),
    page('Office: companies, enrolled last', merchants('newest')),
    page('Office: companies, searched', () => findMerchants(deps, officer, found('ameublement'))),
    page('Office: companies, searched by an address of their people', () =>
      findMerchants(deps, officer, found('person-7@bench.example')),
    ),
    page('Office: mediators, by name', mediators('name')),
    page('Office: mediators, searched', () => findMediators(deps, officer, found('duval 17'))),
    page('Office: an account, by its address', () => accountOfAddress(deps.db, 'person-77@bench.example')),
    page('Office: exceptional readings', () => readings(deps, officer, reading)),
    page('Office: exceptional readings, searched by company', () => findReadings(deps, officer, found('ameublement'))),
    page('Office: a mediator’s dossiers to hand over', () => dossiersToHandOver(deps.db, { mediatorId, limit: 50 })),
    all('Office: mediators, those with most first', mediators('load')),
    all('Office: who may lead a mediation', () => mediatorsFor(deps.db, { merchantId, dossierId })),
    all('Office: figures of a month', () => figures({ ...deps, kept: new Map() }, { from: month, to: month })),
  ];
}

async function mediatorQuestions(
  { deps, personOf }: Asking,
  pool: pg.Pool,
  { mediatorId }: OfficeSeeded,
): Promise<Question[]> {
  const mediator = await personOf(mediatorId);
  const { rows } = await pool.query<{ number: string }>(
    `select number from dossier where mediator_id = $1 order by id limit 1`,
    [mediatorId],
  );
  const desk = (query: string) => () => dossierList(deps, mediator, readAsked('mediator', new URLSearchParams(query)));
  const search = (words: string) => () => findDossiers(deps, mediator, found(words));
  return [
    page('mediator’s desk', desk('')),
    page('mediator’s desk, what waits for them', desk('vue=a-vous')),
    page('mediator’s dossiers, by the last change', desk('tri=changed')),
    page('mediator’s dossiers, searched by number', search(rows[0]!.number)),
    page('mediator’s dossiers, searched by a name that all share', search('claire')),
  ];
}

async function companyQuestion({ deps, personOf }: Asking, { merchant, merchantId }: OfficeSeeded): Promise<Question> {
  const user = await personOf(merchant.userId);
  const respondent = {
    ...user,
    memberships: user.memberships.map((each) => ({ ...each, role: 'respondent' as const })),
  };
  const asked = { merchantId, filter: { role: null, state: null }, order: 'standing', after: null } as const;
  return page('company’s people, and what they asked of the Office', () => companyPeople(deps, respondent, asked));
}
