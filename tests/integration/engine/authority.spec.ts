import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import { verifyChain } from '#activities/journal/verify-chain.ts';
import { proveCommand } from '#contracts/command-proof.ts';
import { dossierWorkflowId } from '#contracts/ids.ts';
import { commandSignal, commandUpdate, type CommandEnvelope, type CommandResult } from '#contracts/messages/dossier.ts';
import { draft, inNegotiation } from '#domain/testing/scenario/scenarios.ts';
import { eventually } from '#scripts/system/eventually.ts';
import { acceptance, codeOf, journalOf, toldOf } from '#tests/kit/engine/forgery.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import { startEngineSuite, type EngineSuite } from '#tests/kit/engine/suite.ts';

let suite: EngineSuite;
beforeAll(async () => {
  suite = await startEngineSuite();
});
afterAll(() => suite?.stop());

const handleOf = (play: Play) => suite.client.workflow.getHandle(dossierWorkflowId(play.dossierId));
const prove = (play: Play, envelope: CommandEnvelope, key = suite.commandKey) =>
  proveCommand({ dossierId: play.dossierId, envelope }, key);

/** Gives an update to the engine, past the web. */
const give = (play: Play, envelope: CommandEnvelope, updateId?: string): Promise<CommandResult> =>
  handleOf(play).executeUpdate<CommandResult, [CommandEnvelope]>(commandUpdate, { args: [envelope], updateId });

describe('whoever reaches the engine alone acts for nobody', () => {
  const forgeries: [string, string, (given: Awaited<ReturnType<typeof acceptance>>) => CommandEnvelope][] = [
    ['no proof', 'proof.missing', ({ envelope }) => envelope],
    ['a proof by a key of their own', 'proof.key', ({ play, envelope }) => prove(play, envelope, 'k'.repeat(40))],
    ['a proof for another dossier', 'proof.changed', ({ other, envelope }) => prove(other, envelope)],
    [
      'a proof of another command',
      'proof.changed',
      ({ play, envelope }) => ({
        ...prove(play, { ...envelope, command: { type: 'nudge', side: 'merchant', by: suite.people.consumer } }),
        command: envelope.command,
      }),
    ],
    [
      'a proof in another person’s name',
      'proof.changed',
      ({ play, envelope }) => ({
        ...prove(play, { ...envelope, command: { ...envelope.command, by: suite.people.clerk } }),
        command: envelope.command,
      }),
    ],
    [
      'a proof of the day before yesterday',
      'proof.time',
      ({ play, envelope }) =>
        proveCommand({ dossierId: play.dossierId, envelope }, suite.commandKey, new Date(Date.now() - 2 * 86_400_000)),
    ],
  ];

  test.each(forgeries)('an update with %s is refused, changes nothing and is told', async (_what, why, forge) => {
    const given = await acceptance(suite);
    const { play, envelope } = given;
    const before = await journalOf(suite, play);
    expect(await codeOf(give(play, forge(given)))).toBe('command.unproved');
    expect(await journalOf(suite, play)).toEqual(before);
    expect(toldOf(suite, play)).toEqual([why]);
    expect(suite.disbelieved.at(-1)).toEqual({ why, dossierId: play.dossierId, commandType: 'acceptProposal' });
    // Whose act it is still can, under the same key.
    expect(await play.send(envelope)).toMatchObject({ status: 'closed', repeated: false });
  });

  test.each(forgeries)(
    'a signal with %s changes nothing, is journalled nowhere and is told',
    async (_what, why, forge) => {
      const given = await acceptance(suite);
      const { play, envelope } = given;
      const before = await journalOf(suite, play);
      await handleOf(play).signal(commandSignal, forge(given));
      await eventually(async () => toldOf(suite, play).length > 0);
      expect(await journalOf(suite, play)).toEqual(before);
      expect(toldOf(suite, play)).toEqual([why]);
      expect(await play.send(envelope)).toMatchObject({ status: 'closed', repeated: false });
    },
  );

  test('a forged signal that the rules refuse is journalled nowhere either, in the system’s name neither', async () => {
    const play = await openPlay(suite, draft);
    const before = await journalOf(suite, play);
    const forged: CommandEnvelope[] = [
      { key: randomUUID(), command: { type: 'takeCharge', replaces: null, by: suite.people.clerk } },
      { key: randomUUID(), command: { type: 'passDeadline', kind: 'purge', by: { role: 'system' } } },
    ];
    for (const envelope of forged) await handleOf(play).signal(commandSignal, envelope);
    await eventually(async () => toldOf(suite, play).length === 2);
    expect(await journalOf(suite, play)).toEqual(before);
  });

  test('a right one given past the web is obeyed: the proof is what counts', async () => {
    const { play, envelope } = await acceptance(suite);
    expect(await give(play, prove(play, envelope))).toMatchObject({ status: 'closed', repeated: false });
    const other = await acceptance(suite);
    await handleOf(other.play).signal(commandSignal, prove(other.play, other.envelope));
    await eventually(async () => (await other.play.state()).status === 'closed');
    expect(toldOf(suite, play)).toEqual([]);
  });

  test('a proven command given again has one effect', async () => {
    const play = await openPlay(suite, inNegotiation);
    const post = prove(play, await play.prepare({ by: 'consumer', act: 'postMessage' }));
    expect(await give(play, post)).toMatchObject({ repeated: false });
    const { seq } = await play.state();
    expect(await give(play, post)).toMatchObject({ seq, repeated: true });
    expect((await play.state()).seq).toBe(seq);
  });
});

describe('an upgrade loses no act', () => {
  /** The update id that the web gives a command. */
  const idOf = ({ key, command: { by: _by, ...said } }: CommandEnvelope): string => {
    const inOrder = JSON.stringify(said, Object.keys(said).sort());
    return `${key}:${createHash('sha256').update(inOrder).digest('hex').slice(0, 16)}`;
  };

  test('a command that the release before had given without a proof is done when the person asks again with the same form', async () => {
    const { play, envelope } = await acceptance(suite);
    expect(await codeOf(give(play, envelope, idOf(envelope)))).toBe('command.unproved');
    // The engine remembers that answer under the very id that the web uses.
    expect(await codeOf(give(play, prove(play, envelope), idOf(envelope)))).toBe('command.unproved');
    expect(await play.send(envelope)).toMatchObject({ status: 'closed', repeated: false });
    expect(await play.send(envelope)).toMatchObject({ status: 'closed' });
    expect(await verifyChain(suite.db, play.dossierId)).toMatchObject({ intact: true });
  });
});
