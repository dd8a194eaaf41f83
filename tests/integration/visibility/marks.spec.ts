import { describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { siteForFile } from '#tests/kit/pages.ts';
import { addressesOf } from './addresses.ts';
import { look } from './look.ts';
import { fileOfficial, marks, playWorld, stages, type Mark, type Role, type Stage, type World } from './world.ts';

const site = siteForFile();

/** Requirements §6 in sentences, by someone who did not look at the table: who finds what on some page, and when. All else is found by nobody. */
type Sentence = { found: Mark[]; who: Role[]; when: Stage[] };

const consumers: Role[] = ['consumer', 'friend'];
const merchants: Role[] = ['respondent', 'clerk', 'otherClerk'];
const submitted = stages.filter((stage) => stage !== 'draft');
const negotiated = submitted.filter((stage) => stage !== 'submitted');
const mediated: Stage[] = ['mediation', 'proposed', 'agreed', 'failed'];
const open: Stage[] = ['negotiation', 'named', 'mediation', 'proposed', 'agreed'];

const sentences: Sentence[] = [
  { found: ['title', 'problem', 'document'], who: consumers, when: [...stages] },
  {
    found: ['title', 'problem', 'document', 'withdrawal', 'proposal', 'version'],
    who: [...consumers, ...merchants],
    when: submitted,
  },
  {
    found: ['title', 'problem', 'document', 'withdrawal', 'proposal', 'version', 'counter', 'room'],
    who: ['mediator'],
    when: mediated,
  },
  { found: ['counter'], who: [...consumers, ...merchants], when: negotiated },
  {
    found: ['mediatorProposal'],
    who: [...consumers, ...merchants, 'mediator'],
    when: ['proposed', 'agreed', 'failed'],
  },
  { found: ['negotiation'], who: [...consumers, 'respondent', 'clerk'], when: negotiated },
  { found: ['room'], who: [...consumers, 'respondent', 'clerk'], when: mediated },
  { found: ['consumerCaucus'], who: [...consumers, 'mediator'], when: mediated },
  { found: ['merchantCaucus'], who: ['clerk', 'mediator'], when: mediated },
  { found: ['closing'], who: [...consumers, ...merchants, 'mediator', 'officer'], when: ['failed'] },
  { found: ['closing'], who: [...consumers, ...merchants, 'officer'], when: ['withdrawn'] },
  // What one has not sent waits for its author where it can still be sent.
  { found: ['merchantDraft'], who: ['clerk'], when: open },
  { found: ['mediatorDraft'], who: ['mediator'], when: ['mediation', 'proposed'] },
];
const ofTheActing: Sentence = { found: ['consumerDraft'], who: ['consumer', 'friend'], when: open };
/** Once it can be sent no more, their author may still find these, and nobody else. */
const drafts: Partial<Record<Mark, Role[]>> = {
  consumerDraft: ['consumer', 'friend'],
  merchantDraft: ['clerk'],
  mediatorDraft: ['mediator'],
};

const roles: Role[] = ['consumer', 'friend', ...merchants, 'mediator', 'officer'];

function expected(role: Role, stage: Stage, represented: boolean): Mark[] {
  if (role === 'friend' && !represented) return [];
  const acting = role === (represented ? 'friend' : 'consumer') ? [...sentences, ofTheActing] : sentences;
  const held = acting
    .filter(({ who, when }) => who.includes(role) && when.includes(stage))
    .flatMap(({ found }) => found);
  return names.filter((mark) => held.includes(mark));
}

const sentTo = /\/(brouillon|enregistrer|envoi)\.data$/;
const names = Object.keys(marks) as Mark[];

/** The marks that this person meets anywhere, each with a first place. */
async function found(world: World, role: Role, stage: Stage): Promise<Map<Mark, string>> {
  // Where nobody of this role is let in, ../dossier/visibility.spec.ts shows; the intake's screens are a draft's.
  const addresses = addressesOf(world).filter(
    (address) =>
      (role === 'officer' || !address.startsWith('/office')) && (stage === 'draft' || !address.includes('/creation')),
  );
  const seen = await look(site.pages, world.people[role], { addresses });
  const met = new Map<Mark, string>();
  for (const [address, text] of seen) {
    expect({ address, fault: /^5\d\d/.test(text) }).toEqual({ address, fault: false });
    for (const mark of names) if (text.includes(marks[mark]) && !met.has(mark)) met.set(mark, address);
  }
  return met;
}

const cases = [...stages.map((stage) => [stage, false] as const), ['draft', true], ['proposed', true]] as const;

describe('the visibility matrix through every page, its data and its files (requirements §6, B-04)', () => {
  test.each(cases)(
    'F-123 A-02 A-03 A-30 B-10 in %s (represented: %s), every reader finds what §6 says and nothing else',
    async (stage, represented) => {
      const world = await playWorld(site.suite.pool, stage, { represented });
      for (const role of roles) {
        const met = await found(world, role, stage);
        const held = expected(role, stage, represented);
        const own = (mark: Mark) => (role !== 'friend' || represented) && (drafts[mark]?.includes(role) ?? false);
        const unexpected = [...met].filter(([mark]) => !held.includes(mark) && !own(mark));
        expect({ role, unexpected, missing: held.filter((mark) => !met.has(mark)) }).toEqual({
          role,
          unexpected: [],
          missing: [],
        });
      }
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

  test('F-030 a stranger finds at a dossier’s addresses what they find at those of none', async () => {
    const world = await playWorld(site.suite.pool, 'proposed');
    const none = { ...world, dossierId: randomUUID() };
    const pages = (each: World) => addressesOf(each).filter((address) => address.includes(each.dossierId));
    const [there, nowhere] = await Promise.all(
      [world, none].map((each) => look(site.pages, world.people.friend, { addresses: pages(each) })),
    );
    expect([...there!.values()]).toEqual([...nowhere!.values()]);
    // Where forms are only sent to, an address has no data but that of every page.
    const answered = [...there!].filter(([address, text]) => text.startsWith('200') && !sentTo.test(address));
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
