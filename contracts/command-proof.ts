import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { inOrder } from './draft-mark.ts';
import type { CommandEnvelope, CommandProof } from './messages/dossier.ts';

/** A command and the dossier that it is for. */
type Given = { dossierId: string; envelope: CommandEnvelope };

/** Why a proof proves nothing: there is none, no known key made it, it is for something else, or its time is not now. */
export type ProofFault = 'missing' | 'key' | 'changed' | 'time';

/** A proof is worth so long: what was refused and seen by who reads the engine is not given again much later. */
const worthMs = 24 * 3_600_000;
/** What two machines' clocks may differ by. */
export const clocksDifferMs = 5 * 60_000;

/**
 * The envelope with the proof that the web process gave it (`COMMAND_KEY`), for this dossier, under this key and in this person's name: whoever
 * reaches the engine alone cannot make it.
 */
export function proveCommand(
  { dossierId, envelope }: Given,
  key: string,
  now = new Date(),
): CommandEnvelope & { proof: CommandProof } {
  const at = now.toISOString();
  const mac = macOf({ dossierId, envelope }, key, at).toString('base64url');
  return { ...envelope, proof: { keyId: keyId(key), at, mac } };
}

/**
 * What is wrong with the proof of a command; null when it holds.
 *
 * @param keys those that may have signed: the present one and former ones.
 */
export function faultOfProof(
  { dossierId, envelope }: Given,
  keys: readonly string[],
  now = new Date(),
): ProofFault | null {
  const { keyId: name, at, mac } = stated(envelope.proof);
  if (!name || !at || !mac) return 'missing';
  const key = keys.find((each) => keyId(each) === name);
  if (!key) return 'key';
  const [given, made] = [Buffer.from(mac, 'base64url'), macOf({ dossierId, envelope }, key, at)];
  if (given.length !== made.length || !timingSafeEqual(given, made)) return 'changed';
  const age = now.getTime() - Date.parse(at);
  return age <= worthMs && age >= -clocksDifferMs ? null : 'time';
}

/** What stands in a proof: whoever reaches the engine may have written anything. */
function stated(proof: unknown): Partial<CommandProof> {
  if (typeof proof !== 'object' || proof === null) return {};
  const { keyId: name, at, mac } = proof as Record<string, unknown>;
  return typeof name === 'string' && typeof at === 'string' && typeof mac === 'string' ? { keyId: name, at, mac } : {};
}

/** A name for a key that does not tell it: the first digits of its SHA-256. */
function keyId(key: string): string {
  return createHash('sha256').update(`command:${key}`).digest('hex').slice(0, 8);
}

function macOf({ dossierId, envelope: { key: under, digest, command } }: Given, key: string, at: string): Buffer {
  const said = inOrder({ dossierId, key: under, digest, command, at });
  return createHmac('sha256', key).update(`command:${said}`, 'utf8').digest();
}
