import { describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { siteForFile } from '#tests/kit/pages.ts';
import { addressesOf, searchesOf } from './addresses.ts';
import { writeBeside, type Beside } from './beside.ts';
import { look } from './look.ts';
import { markNames, marks, type Mark } from './marks.ts';
import { fileOfficial, playWorld, stages, type Role, type Stage, type World } from './world.ts';

const site = siteForFile();

/** Requirements §6 in sentences, by someone who did not look at the table: who finds what on some page, and when. All else is found by nobody. */
type Sentence = { found: Mark[]; who: Role[]; when: Stage[] };

const consumers: Role[] = ['consumer', 'friend'];
const merchants: Role[] = ['respondent', 'clerk', 'otherClerk'];
const submitted = stages.filter((stage) => stage !== 'draft');
const takenUp = submitted.filter((stage) => stage !== 'submitted' && stage !== 'refused');
const mediated: Stage[] = ['mediation', 'proposed', 'left', 'agreed', 'failed'];
const withProposal: Stage[] = ['proposed', 'left', 'agreed', 'failed'];
const open: Stage[] = ['negotiation', 'named', 'mediation', 'proposed', 'left', 'agreed'];

const ended: Stage[] = ['agreed', 'failed', 'withdrawn', 'refused'];

const file: Mark[] = ['title', 'problem', 'good', 'priorSteps', 'contact', 'document'];
const offered: Mark[] = ['withdrawal', 'proposal', 'version'];

const sentences: Sentence[] = [
  { found: file, who: consumers, when: [...stages] },
  { found: [...file, ...offered], who: [...consumers, ...merchants], when: submitted },
  { found: [...file, ...offered, 'counter', 'shared', 'room'], who: ['mediator'], when: mediated },
  { found: ['counter'], who: [...consumers, ...merchants], when: takenUp },
  { found: ['mediatorProposal'], who: [...consumers, ...merchants, 'mediator'], when: withProposal },
  { found: ['negotiation'], who: [...consumers, 'respondent', 'clerk'], when: takenUp },
  { found: ['shared', 'room'], who: [...consumers, 'respondent', 'clerk'], when: mediated },
  { found: ['consumerCaucus'], who: [...consumers, 'mediator'], when: mediated },
  { found: ['merchantCaucus'], who: ['clerk', 'mediator'], when: mediated },
  { found: ['closing'], who: [...consumers, ...merchants, 'mediator', 'officer'], when: ['failed'] },
  { found: ['closing'], who: [...consumers, ...merchants, 'officer'], when: ['withdrawn'] },
  { found: ['refusal'], who: [...consumers, ...merchants, 'officer'], when: ['refused'] },
  // Told in the room; the nature of the problem is on the attestation alone.
  { found: ['leaving'], who: [...consumers, 'respondent', 'clerk', 'mediator'], when: ['left'] },
  // The Office's own: what it noted, plans, and why one of its people read a dossier.
  { found: ['officeNote', 'officeStep', 'applicant', 'applicantAnswer'], who: ['officer'], when: [...stages] },
  { found: ['reading'], who: ['officer'], when: takenUp },
  // Whom the Office calls and writes to while something is awaited (ADR 51).
  {
    found: ['contact'],
    who: ['officer'],
    when: ['submitted', 'negotiation', 'named', 'mediation', 'proposed', 'left'],
  },
  // A company's own, whatever the dossier.
  { found: ['reply', 'place'], who: merchants, when: [...stages] },
  { found: ['place'], who: ['officer'], when: [...stages] },
  { found: ['accessAsked', 'accessAnswer'], who: ['respondent', 'officer'], when: [...stages] },
  // One's own.
  { found: ['consumerAccount'], who: ['consumer'], when: [...stages] },
  { found: ['notes'], who: ['mediator'], when: mediated },
  { found: ['mediatorKept'], who: ['mediator'], when: [...stages] },
  // What one has not sent waits for its author where it can still be sent.
  { found: ['merchantDraft'], who: ['clerk'], when: open },
  { found: ['mediatorDraft'], who: ['mediator'], when: ['mediation', 'proposed', 'left'] },
];
const ofTheActing: Sentence[] = [
  { found: ['consumerDraft'], who: consumers, when: open },
  { found: ['consumerKept'], who: consumers, when: [...stages] },
];
/** Whom the consumer thinks of to represent them is the consumer's alone to know. */
const unrepresented: Sentence[] = [
  { found: ['invited'], who: ['consumer'], when: stages.filter((stage) => !ended.includes(stage)) },
];
/** Once it can be sent no more, their author may still find these, and nobody else; why officers read other dossiers is on the log of every officer. */
const drafts: Partial<Record<Mark, Role[]>> = {
  reading: ['officer'],
  consumerDraft: ['consumer', 'friend'],
  merchantDraft: ['clerk'],
  mediatorDraft: ['mediator'],
};

const roles: Role[] = ['consumer', 'friend', ...merchants, 'mediator', 'officer'];

function expected(role: Role, stage: Stage, represented: boolean): Mark[] {
  if (role === 'friend' && !represented) return [];
  const acting = role === (represented ? 'friend' : 'consumer') ? ofTheActing : [];
  const held = [...sentences, ...acting, ...(represented ? [] : unrepresented)]
    .filter(({ who, when }) => who.includes(role) && when.includes(stage))
    .flatMap(({ found }) => found);
  return markNames.filter((mark) => held.includes(mark));
}

const sentTo = /\/(brouillon|enregistrer|envoi)\.data$/;

/** The dossier's number and its company's name: what people look for it by. */
async function wordsFor({ dossierId }: World): Promise<string[]> {
  const { rows } = await site.suite.pool.query<{ words: string[] }>(
    'select array[d.number, m.name] as words from dossier d join merchant m on m.id = d.merchant_id where d.id = $1',
    [dossierId],
  );
  return rows[0]!.words;
}

/** The marks that this person meets anywhere, each with a first place. */
async function found(
  world: World,
  role: Role,
  { beside, stage }: { beside: Beside; stage: Stage },
): Promise<Map<Mark, string>> {
  // Where nobody of this role is let in, ./doors.spec.ts and ../dossier/visibility.spec.ts show; the intake’s screens are a draft’s.
  const addresses = addressesOf(world, { beside }).filter(
    (address) =>
      (role === 'officer' || !address.startsWith('/office')) && (stage === 'draft' || !address.includes('/creation')),
  );
  const searches = searchesOf(await wordsFor(world)).filter(
    ({ address }) => address.startsWith('/office') === (role === 'officer'),
  );
  const seen = await look(site.pages, world.people[role], { addresses: [...addresses, ...searches] });
  const met = new Map<Mark, string>();
  for (const [address, text] of seen) {
    expect({ address, fault: /^5\d\d/.test(text) }).toEqual({ address, fault: false });
    for (const mark of markNames) if (text.includes(marks[mark]) && !met.has(mark)) met.set(mark, address);
  }
  return met;
}

const cases = [...stages.map((stage) => [stage, false] as const), ['draft', true], ['proposed', true]] as const;

describe('the visibility matrix through every page, its data and its files (requirements §6, B-04)', () => {
  test.each(cases)(
    'F-123 A-02 A-03 A-30 B-10 in %s (represented: %s), every reader finds what §6 says and nothing else',
    async (stage, represented) => {
      const world = await playWorld(site.suite.pool, stage, { represented });
      const beside = await writeBeside(site.suite.pool, world);
      const told: string[] = [];
      for (const role of roles) {
        const met = await found(world, role, { beside, stage });
        const held = expected(role, stage, represented);
        const own = (mark: Mark) => (role !== 'friend' || represented) && (drafts[mark]?.includes(role) ?? false);
        for (const [mark, address] of met) {
          if (!held.includes(mark) && !own(mark)) told.push(`${role} finds ${mark} at ${address}`);
        }
        told.push(...held.filter((mark) => !met.has(mark)).map((mark) => `${role} finds ${mark} nowhere`));
      }
      expect(told).toEqual([]);
    },
    120_000,
  );

  test.each([
    ['agreed', 'agreement'],
    ['failed', 'attestation'],
  ] as const)(
    'F-101 F-120 A-30 once %s, the Office has the %s and how it ended, on its own page as on the dossier’s',
    async (stage, kind) => {
      const world = await playWorld(site.suite.pool, stage);
      const official = await fileOfficial(site.suite.pool, world, kind);
      const { officer, otherClerk } = world.people;
      const link = `/dossiers/${world.dossierId}/documents/${official}`;
      for (const address of [`/office/dossiers/${world.dossierId}`, `/dossiers/${world.dossierId}/documents`]) {
        const { status, html } = await site.pages.get(officer.userId, address);
        expect(status).toBe(200);
        expect(html).toContain(`href="${link}"`);
        expect(html).not.toContain(world.ids.documentId);
      }
      const ending = stage === 'agreed' ? 'Entente' : marks.closing;
      for (const address of [`/office/dossiers/${world.dossierId}`, `/dossiers/${world.dossierId}`]) {
        expect((await site.pages.get(officer.userId, address)).html).toContain(ending);
      }
      expect((await site.pages.get(otherClerk.userId, `/dossiers/${world.dossierId}/documents`)).html).toContain(
        `href="${link}"`,
      );
    },
  );

  test('A-30 B-11 ASVS 14.2.1 no search looks into what people wrote in a dossier', async () => {
    const world = await playWorld(site.suite.pool, 'proposed');
    const [number = ''] = await wordsFor(world);
    const numbered: string[] = [];
    for (const role of ['officer', 'clerk'] as const) {
      const mine = ({ address }: { address: string }) => address.startsWith('/office') === (role === 'officer');
      const asked = (words: string) => searchesOf([words]).filter(mine);
      const found = async (words: string) => {
        const seen = await look(site.pages, world.people[role], { addresses: asked(words) });
        return [...seen].filter(([, text]) => text.startsWith('200') && text.includes(`>${number}<`)).map(([at]) => at);
      };
      expect((await found(number)).length).toBeGreaterThan(0);
      numbered.push(...(await found('MARQUE')));
    }
    expect(numbered).toEqual([]);
  });

  test('F-030 a stranger finds at a dossier’s addresses what they find at those of none', async () => {
    const world = await playWorld(site.suite.pool, 'proposed');
    const none = { ...world, dossierId: randomUUID() };
    const pages = (each: World) => addressesOf(each).filter((address) => address.includes(each.dossierId));
    const [there, nowhere] = await Promise.all(
      [world, none].map((each) => look(site.pages, world.people.friend, { addresses: pages(each) })),
    );
    expect([...there!.values()]).toEqual([...nowhere!.values()]);
    // Where forms are only sent to, an address has no data but that of every page; what one was typing is asked for by everyone.
    const answered = [...there!].filter(
      ([address, text]) => text.startsWith('200') && !sentTo.test(address) && !address.startsWith('/saisies'),
    );
    expect(answered.map(([address]) => address)).toEqual([]);
    const unknown = await site.pages.get(null, `/dossiers/${world.dossierId}`);
    expect([unknown.status, unknown.location]).toEqual([303, expect.stringMatching(/^\/connexion\?/)]);
  });

  test('A-04 the merchant does not find a draft', async () => {
    const { people, dossierId } = await playWorld(site.suite.pool, 'draft');
    for (const role of merchants) {
      expect((await site.pages.get(people[role].userId, `/dossiers/${dossierId}`)).status).toBe(404);
      expect((await site.pages.get(people[role].userId, '/dossiers')).html).not.toContain(dossierId);
    }
  });
});
