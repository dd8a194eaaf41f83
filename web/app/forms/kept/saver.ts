import { save, type Answer } from './server.ts';
import type { State } from './says.ts';
import type { Held, Pairs } from './types.ts';

type Settings = {
  /** Where the form is saved as it is typed. */
  address: string;
  account: string;
  /** The last state of the form, as it is sent. */
  body: () => Pairs;
  /** True when nothing more is saved of it. */
  tooLong: () => string | null;
  says: (state: State) => void;
  /** The server is asked, or has refused (null): what has to be kept changes. */
  asking: (body: Pairs | null) => void;
  answered: (answer: Answer, body: Pairs) => void;
  /** Another page saved another text: it is offered beside, and this one goes on from there. */
  overtaken: (held: Held) => void;
};

/** Saves a form on the server, soon after it is typed. */
export type Saver = {
  /** Something was typed. */
  changed(): void;
  /** A question of the page before was not answered. */
  goOnFrom(unanswered: Pairs): void;
  /** Saves now what is not saved yet, and waits for the answer; false when nobody knows whether it is saved. */
  flush(): Promise<boolean>;
  /** Saves over someone else's change. */
  overwrite(): void;
  /** Whether something was typed that the server does not have, or may not have. */
  waits(): boolean;
  /** The form is about to be sent, and is what saves from now on; resolves once nothing that was asked is without an answer. */
  giveWay(): Promise<void>;
};

/** Milliseconds: after the last key, and after a try that did not pass. */
const pause = 1_000;
const patience = 5_000;

/**
 * One question at a time, the last state of the form each time, again until it passes. A question that was not answered is asked again with the same
 * words before any other: the server may have taken them, and would otherwise hold them for someone else's.
 */
export function createSaver(settings: Settings): Saver {
  const { address, account, body, says } = settings;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<boolean> | null = null;
  let asked: Pairs | null = null;
  let dirty = false;
  let givesWay = false;

  async function ask(over: boolean): Promise<boolean> {
    const again = asked !== null && !over;
    const words = over
      ? body().map(([name, value]): Pairs[number] => [name, name === 'base' ? '' : value])
      : (asked ?? body());
    if (!again) dirty = false;
    asked = words;
    settings.asking(words);
    says({ kind: 'saving' });
    const outcome = await save(address, words, account);
    if (outcome.kind === 'away') {
      dirty = true;
      says({ kind: 'unsaved' });
      schedule(patience);
      return false;
    }
    asked = null;
    if (outcome.kind === 'answered') {
      settings.answered(outcome.answer, words);
      if (dirty) return again && !givesWay ? ask(false) : true;
      says(stateOf(outcome.answer));
      return true;
    }
    if (outcome.kind === 'conflict' && outcome.held) {
      settings.overtaken(outcome.held);
      return ask(false);
    }
    settings.asking(null);
    // What was refused is not on the server; it is tried again when something changes.
    if (outcome.kind === 'ended' || outcome.kind === 'other') dirty = true;
    says(outcome);
    return outcome.kind !== 'ended' && outcome.kind !== 'other';
  }

  function run(over = false): Promise<boolean> {
    clearTimeout(timer);
    sending ??= ask(over).finally(() => {
      sending = null;
      if (dirty && asked === null && !givesWay && !settings.tooLong()) schedule(pause);
    });
    return sending;
  }

  function waits(): boolean {
    return dirty || asked !== null;
  }

  function schedule(after: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), after);
  }

  return {
    changed() {
      dirty = true;
      const max = settings.tooLong();
      if (max === null) return schedule(pause);
      clearTimeout(timer);
      says({ kind: 'tooLong', max });
    },
    goOnFrom(unanswered) {
      asked = unanswered;
    },
    async flush() {
      clearTimeout(timer);
      if (sending) await sending;
      return waits() && settings.tooLong() === null ? run() : !waits();
    },
    overwrite: () => void run(true),
    waits,
    async giveWay() {
      clearTimeout(timer);
      givesWay = true;
      if (sending) await sending;
      if (asked !== null) await run();
      clearTimeout(timer);
      givesWay = false;
    },
  };
}

function stateOf({ savedAt, sent, beside }: Answer): State {
  if (sent) return { kind: 'sent' };
  return savedAt ? { kind: 'saved', at: savedAt, beside: beside ?? null } : { kind: 'idle' };
}
