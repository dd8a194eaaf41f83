import type { JournalState } from '#contracts/messages/dossier.ts';

/** What this process has itself written of dossiers' states, so that the next act of each need not read it. */
export type KnownStates = {
  /** The state after `seq` events; undefined when it is not known here. */
  at(dossierId: string, seq: number): JournalState | undefined;
  note(dossierId: string, state: JournalState): void;
};

/** About as many dossiers as a worker holds workflows of. A state takes a few kilobytes as a text. */
const limit = 500;

/** The least recently used is forgotten first. */
export function createKnownStates(): KnownStates {
  const texts = new Map<string, { seq: number; text: string }>();
  return {
    at(dossierId, seq) {
      const known = texts.get(dossierId);
      return known?.seq === seq ? (JSON.parse(known.text) as JournalState) : undefined;
    },
    note(dossierId, state) {
      texts.delete(dossierId);
      texts.set(dossierId, { seq: state.seq, text: JSON.stringify(state) });
      const [oldest] = texts.keys();
      if (texts.size > limit && oldest !== undefined) texts.delete(oldest);
    },
  };
}
