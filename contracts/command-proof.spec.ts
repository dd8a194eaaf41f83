import { describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { faultOfProof, proveCommand } from './command-proof.ts';
import type { CommandEnvelope } from './messages/dossier.ts';

const key = 'command-key-of-the-unit-tests-0123456789abcdef';
const former = 'former-command-key-of-the-unit-tests-01234567';
const dossierId = randomUUID();
const by = { role: 'consumer', userId: randomUUID() } as const;
const envelope: CommandEnvelope = {
  key: randomUUID(),
  digest: '0123456789abcdef',
  command: { type: 'acceptProposal', proposalId: randomUUID(), version: 1, read: true, by },
};
const now = new Date('2026-11-26T12:00:00.000Z');
const after = (ms: number): Date => new Date(now.getTime() + ms);
const proved = proveCommand({ dossierId, envelope }, key, now);
const fault = (given: CommandEnvelope, at = now, id = dossierId) =>
  faultOfProof({ dossierId: id, envelope: given }, [key, former], at);

describe('the proof of a command', () => {
  test('holds for what was given, also after the engine has carried it and in another order of its fields', () => {
    expect(fault(proved)).toBeNull();
    const { command, ...rest } = JSON.parse(JSON.stringify({ ...proved, digest: proved.digest })) as CommandEnvelope;
    const turned = Object.fromEntries(Object.entries(command).reverse()) as typeof command;
    expect(fault({ command: turned, ...rest })).toBeNull();
  });

  test('holds when a field that says nothing is not carried', () => {
    const empty = { ...envelope, digest: undefined, command: { ...envelope.command, more: undefined } };
    const given = proveCommand({ dossierId, envelope: empty as CommandEnvelope }, key, now);
    expect(fault(JSON.parse(JSON.stringify(given)))).toBeNull();
  });

  test.each([
    ['another dossier', proved, randomUUID()],
    ['another key of a form', { ...proved, key: randomUUID() }, dossierId],
    ['another digest', { ...proved, digest: 'fedcba9876543210' }, dossierId],
    ['another version', { ...proved, command: { ...proved.command, version: 2 } }, dossierId],
    ['another person', { ...proved, command: { ...proved.command, by: { ...by, userId: randomUUID() } } }, dossierId],
    ['another role', { ...proved, command: { ...proved.command, by: { ...by, role: 'officer' } } }, dossierId],
    ['a field more', { ...proved, command: { ...proved.command, forced: true } }, dossierId],
    ['another time', { ...proved, proof: { ...proved.proof, at: after(1).toISOString() } }, dossierId],
    ['a shorter code', { ...proved, proof: { ...proved.proof, mac: proved.proof.mac.slice(0, 20) } }, dossierId],
    ['an empty code', { ...proved, proof: { ...proved.proof, mac: '====' } }, dossierId],
  ])('does not hold for %s', (_what, given, id) => {
    expect(fault(given as CommandEnvelope, now, id)).toBe('changed');
  });

  test.each([undefined, null, 'yes', 7, {}, { keyId: 1, at: 2, mac: 3 }, { keyId: '', at: '', mac: '' }])(
    '%j is none',
    (proof) => {
      expect(fault({ ...envelope, proof } as CommandEnvelope)).toBe('missing');
    },
  );

  test('a former key is still believed, an unknown one never', () => {
    expect(fault(proveCommand({ dossierId, envelope }, former, now))).toBeNull();
    expect(fault(proveCommand({ dossierId, envelope }, 'another key of at least thirty-two characters', now))).toBe(
      'key',
    );
  });

  test('is worth a day, and minutes before its time', () => {
    expect(fault(proved, after(24 * 3_600_000))).toBeNull();
    expect(fault(proved, after(24 * 3_600_000 + 1))).toBe('time');
    expect(fault(proved, after(-5 * 60_000))).toBeNull();
    expect(fault(proved, after(-5 * 60_000 - 1))).toBe('time');
    const never = proveCommand({ dossierId, envelope }, key, now);
    expect(fault({ ...never, proof: { ...never.proof, at: 'whenever' } })).toBe('changed');
  });
});
