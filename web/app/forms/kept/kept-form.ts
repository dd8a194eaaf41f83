import { createBeside, isLaid } from './beside.ts';
import { hiddenIn, namesHere, same, sentBy, shownIn, typedIn, valuesOf, writtenNames } from './fields.ts';
import { mergeInto } from './merge.ts';
import { saysIn, type Says, type State } from './says.ts';
import { createSaver, type Saver } from './saver.ts';
import { heldText, whoIsThere, type Answer } from './server.ts';
import type { Store } from './store/store.ts';
import type { Held, Kept, Lying, Owner, Pairs, Words } from './types.ts';

export type Page = { store: Store; owner: Owner; words: Words };

/** A form whose text is kept. */
export type KeptForm = {
  /** Puts back what was kept of it. */
  restore(): Promise<void>;
  form: HTMLFormElement;
  /** Whether something is typed that could still go to the server. */
  waits(): boolean;
  /** Before anything else on the page is used: what is typed goes to the server first. */
  settle(): Promise<unknown>;
  /** The person came back to the page. */
  resume(): Promise<void>;
};

/** A form that was handed to the browser is not sent a second time meanwhile, in milliseconds. */
const onItsWay = 5_000;

/**
 * Keeps what a person types in a form until the server has taken it: in this browser at once, and on the server soon after where the form says where
 * (`data-kept-save`). Null for a form in which nothing is written: it is an act, done anew each time.
 */
export function keepForm(form: HTMLFormElement, page: Page): KeptForm | null {
  const { kept: called = '', keptSave, keptRow, keptReplied } = form.dataset;
  if (form.enctype === 'multipart/form-data' || (!keptSave && writtenNames(form).size === 0)) return null;
  const { store, owner } = page;
  const formName = `${location.pathname}|${called}`;
  const name = store.nameFor(formName);
  const shown = shownIn(form);
  const marked = form.querySelector('input[type=hidden][name=base]') !== null;
  // Added when the form is sent: a hidden field's value is its attribute, which a page that comes to life sets again.
  const own = new Map<string, string>();
  // Without a draft of its own, it is kept with the account.
  const held = !keptSave && owner.account !== '';
  const address = held ? owner.keeping : keptSave;
  let onServer: Pairs | null = null;
  let kept: Kept = { typed: [], shown, hidden: [], asked: null, sent: null, version: 0 };
  let state: State['kind'] = 'idle';
  let sending: 'no' | 'asking' | 'now' | 'gone' = 'no';

  const says: Says = saysIn(placeIn(form), {
    words: page.words,
    shared: form.dataset['keptShared'] !== undefined,
    signIn: owner.signIn,
    overwrite: () => saver?.overwrite(),
    takeOther() {
      store.remove(name);
      location.reload();
    },
  });
  const say = (next: State) => {
    state = next.kind;
    says.state(next);
  };
  const beside = createBeside(form, { says, store, changed, name });
  const saver: Saver | null = address
    ? createSaver({
        address,
        account: owner.account,
        body: () => (held ? textOf(form, { formName, shown, version: kept.version }) : sentBy(form)),
        tooLong: () => tooLong(form),
        says: say,
        asking: (asked) => void write({ asked }),
        answered,
        overtaken,
      })
    : null;

  /** Keeps the form as it stands, or nothing when the server has all of it. */
  async function write(change: Partial<Kept>): Promise<void> {
    const hidden = hiddenIn(form).map(([each, value]): Pairs[number] => [each, own.get(each) ?? value]);
    kept = { ...kept, ...change, typed: typedIn(form), hidden };
    store.follow(formName, name);
    if (kept.asked === null && kept.sent === null && same(kept.typed, onServer ?? shown)) store.remove(name);
    else await store.write(name, kept);
  }

  function answered(answer: Answer, body: Pairs): void {
    if (keptRow && answer.id) own.set(keptRow, answer.id);
    if (answer.base !== undefined) own.set('base', answer.base);
    if (answer.preview !== undefined) showPreview(answer.preview);
    onServer = held ? typedOf(body) : withoutHidden(body);
    hold(answer.version ?? 0);
    void write({ asked: null });
  }

  /** The server holds that version of the text, and is told to let go of it when the form is taken. */
  function hold(version: number): void {
    kept = { ...kept, version };
    if (version > 0) own.set('kept_text', String(version));
    else own.delete('kept_text');
  }

  function overtaken({ typed, version }: Held): void {
    hold(version);
    beside.offerKept(typed);
  }

  function changed(): void {
    void write(sending === 'no' ? { sent: null } : {});
    saver?.changed();
  }

  async function send(submitter: HTMLElement | null): Promise<void> {
    sending = 'asking';
    await write({});
    await saver?.giveWay();
    const there = await whoIsThere(owner);
    if (there !== 'ours') {
      sending = 'no';
      return say({ kind: there });
    }
    const key = own.get('form_key') ?? hiddenIn(form).find(([each]) => each === 'form_key')?.[1] ?? null;
    await write({ sent: key });
    sending = 'now';
    form.requestSubmit(submitter);
    sending = 'gone';
    setTimeout(() => {
      sending = 'no';
    }, onItsWay);
  }

  form.addEventListener('input', changed);
  form.addEventListener('change', changed);
  form.addEventListener('formdata', ({ formData }) => {
    for (const [each, value] of own) formData.set(each, value);
  });
  form.addEventListener('submit', (event) => {
    if (sending === 'now') return;
    event.preventDefault();
    if (sending === 'no') void send(event.submitter);
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && saver?.waits() && sending === 'no') void saver.flush();
  });

  /** Goes on with a text of a page before; one that the server has another version of stays beside it, so that both are there to choose from. */
  function goOnWith(lying: Lying): void {
    const { kept: before, name: lies } = lying;
    if (marked && before.sent === null && isOvertaken(before)) return beside.offerOthers([lying]);
    const here = typedIn(form);
    const left = mergeInto(form, before, { shown, marked });
    store.remove(lies);
    beside.offer(left);
    // The server has it all.
    if (same(typedIn(form), shown)) return;
    for (const [each, value] of before.hidden) if (each !== 'form_key' || before.sent !== null) own.set(each, value);
    if (before.asked) saver?.goOnFrom(before.asked);
    kept = { ...kept, asked: before.asked, sent: before.sent };
    void write({});
    if (!onServer || !same(typedIn(form), onServer)) saver?.changed();
    if (!same(typedIn(form), here)) says.back(() => beside.replace(here));
  }

  /** Whether the page comes with a text that the page before had not seen; what it asked to save itself is none. */
  function isOvertaken({ hidden, asked }: Kept): boolean {
    const [was, now] = [hidden, hiddenIn(form)].map((pairs) => valuesOf(pairs, 'base'));
    return was !== now && !(asked && same(withoutHidden(asked), shown));
  }

  /** What of a form's values a person typed. */
  function withoutHidden(sent: Pairs): Pairs {
    const names = new Set(['form_name', ...hiddenIn(form).map(([each]) => each)]);
    return sent.filter(([each]) => !names.has(each));
  }

  return {
    async restore() {
      const [lying, text] = await Promise.all([store.find(formName), held ? heldText(owner, formName) : null]);
      if (text) {
        onServer = text.typed;
        hold(text.version);
      }
      const followed = store.followed(formName);
      const first = lying.find((each) => each.name === followed) ?? lying.find((each) => !isLaid(each.name));
      if (keptReplied !== undefined) {
        // The page shows what was typed, as the server read it.
        if (first) store.remove(first.name);
        onServer = onServer ?? [];
        await write({ shown: first?.kept.shown ?? shown });
      } else if (first) {
        goOnWith(first);
        const known =
          first.kept.version === text?.version ||
          (first.kept.asked && text && same(typedOf(first.kept.asked), text.typed));
        if (text && !known) beside.offerKept(text.typed);
      } else if (text) goOnWith({ name, at: 0, kept: { ...kept, ...text, hidden: hiddenIn(form) } });
      else if (!same(typedIn(form), shown)) changed();
      beside.offerOthers(lying.filter((each) => each !== first));
    },
    form,
    waits: () => saver?.waits() ?? false,
    settle: async () => saver?.flush(),
    async resume() {
      if (state !== 'ended' && state !== 'other' && state !== 'away') return;
      if ((await whoIsThere(owner)) !== 'ours') return;
      say({ kind: 'open' });
      saver?.changed();
    },
  };
}

/** What the server keeps of a form that has no draft of its own; codes stay in this browser. */
function textOf(form: HTMLFormElement, about: { formName: string; shown: Pairs; version: number }): Pairs {
  const here = namesHere(form);
  const words = (pairs: Pairs) => JSON.stringify(pairs.filter(([name]) => !here.has(name)));
  return [
    ['form', about.formName],
    ['version', String(about.version)],
    ['typed', words(typedIn(form))],
    ['shown', words(about.shown)],
  ];
}

function typedOf(body: Pairs): Pairs {
  return JSON.parse(body.find(([name]) => name === 'typed')?.[1] ?? '[]');
}

/** Where the form speaks: where its page says, or before its buttons. */
function placeIn(form: HTMLFormElement): HTMLElement {
  const place = form.querySelector<HTMLElement>('[data-kept-says]');
  if (place) return place;
  const made = document.createElement('div');
  made.className = 'pc-kept-place';
  const groups = [...form.querySelectorAll('.qc-button-group')];
  form.insertBefore(made, groups.at(-1)?.parentElement === form ? groups.at(-1)! : null);
  return made;
}

/** The longest that a text of the form may be, in the reader's digits, when one is longer. */
function tooLong(form: HTMLFormElement): string | null {
  const max = Number(form.dataset['keptMax'] ?? Number.POSITIVE_INFINITY);
  const over = [...form.querySelectorAll('textarea')].some(({ value }) => value.length > max);
  return over ? new Intl.NumberFormat(document.documentElement.lang).format(max) : null;
}

function showPreview(html: string): void {
  const place = document.querySelector('[data-kept-preview]');
  if (place) place.innerHTML = html;
}
