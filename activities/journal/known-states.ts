import type { Dossier } from '#domain/dossier/types.ts';

/** What this process has itself written of dossiers' states, so that the next act of each need not read it. */
export type KnownStates = {
  /** The state after `seq` events; undefined when it is not known here. */
  at(dossierId: string, seq: number): Dossier | undefined;
  note(dossierId: string, state: Dossier): void;
};

/** About as many dossiers as a worker holds workflows of. A state takes some ten kilobytes. */
const limit = 500;

/** The least recently used is forgotten first. The rules change no state that they are given, so that it need not be copied. */
export function createKnownStates(): KnownStates {
  const states = new Map<string, Dossier>();
  return {
    at(dossierId, seq) {
      const known = states.get(dossierId);
      return known?.seq === seq ? known : undefined;
    },
    note(dossierId, state) {
      states.delete(dossierId);
      states.set(dossierId, state);
      const [oldest] = states.keys();
      if (states.size > limit && oldest !== undefined) states.delete(oldest);
    },
  };
}
