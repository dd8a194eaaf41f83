import { carryCode } from './carried-code.ts';
import { keepForm, type KeptForm } from './kept-form.ts';
import { openStore } from './store/store.ts';
import type { Owner, Words } from './types.ts';

/** How long something else on the page waits for what is typed to be saved, in milliseconds. */
const longestSettling = 3_000;

/** Keeps the forms of this page. Runs before the document is ready to be used, from the element that loaded it. */
export function startKeeping(words: Words): void {
  const { dataset } = document.getElementById('pc-keep') ?? document.body;
  const { account = '', key = '', now = '', taken = '', keeping = '', signIn = '' } = dataset;
  const owner: Owner = { account, key, now: Date.parse(now), taken: taken.split(' ').filter(Boolean), keeping, signIn };
  carryCode();
  void keep(owner, words);
}

async function keep(owner: Owner, words: Words): Promise<void> {
  const store = await openStore(owner);
  for (const { name, kept } of await store.sent()) if (owner.taken.includes(kept.sent ?? '')) store.remove(name);
  const forms = [...document.querySelectorAll<HTMLFormElement>('form[data-kept]')];
  const kept = forms.map((form) => keepForm(form, { store, owner, words })).filter((form) => form !== null);
  othersWait(kept, store.clear);
  const resume = (): void => {
    if (document.visibilityState === 'visible') for (const form of kept) void form.resume();
  };
  document.addEventListener('visibilitychange', resume);
  window.addEventListener('focus', resume);
  window.addEventListener('online', resume);
  await Promise.all(kept.map((form) => form.restore()));
  document.documentElement.dataset['kept'] = 'ready';
}

/** The page's other forms (language, appearance, leaving the account) wait until what is typed is saved, for a while. */
function othersWait(kept: KeptForm[], clear: () => void): void {
  const settled = new WeakSet<HTMLFormElement>();
  const own = new Set(kept.map(({ form }) => form));
  document.addEventListener('submit', (event) => {
    const { target: form, submitter, defaultPrevented } = event;
    if (defaultPrevented || !(form instanceof HTMLFormElement) || own.has(form) || settled.has(form)) return;
    const leaves = form.dataset['leaves'] !== undefined;
    const waiting = kept.filter((each) => each.waits());
    if (waiting.length === 0) {
      if (leaves) clear();
      return;
    }
    event.preventDefault();
    settled.add(form);
    const late = new Promise((resolve) => setTimeout(resolve, longestSettling));
    void Promise.race([Promise.all(waiting.map((each) => each.settle())), late]).then(() => {
      if (leaves) clear();
      form.requestSubmit(submitter);
    });
  });
}
