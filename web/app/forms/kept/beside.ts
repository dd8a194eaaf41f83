import { labelOf, namesOf, put, typedIn } from './fields.ts';
import { wordsIn } from './merge.ts';
import type { Says } from './says.ts';
import type { Store } from './store/store.ts';
import type { Lying, Pairs } from './types.ts';

/** A text that is not in the form: of the `whole` form, or of one field. `lies`: where it is kept by itself. */
type Item = { label: string; typed: Pairs; whole: boolean; lies: string | null };

/** The texts of a form that are not in it: nothing that was typed is hidden, and each can be put in the form, in exchange for what is there. */
export type Beside = {
  /** What found no place in the form. */
  offer(left: Pairs): void;
  /** Texts of other pages. */
  offerOthers(others: Lying[]): void;
  /** A whole text that is kept nowhere else any more. */
  offerKept(typed: Pairs): void;
  /** Puts these values in the form, and what was there beside it. */
  replace(typed: Pairs): void;
};

/** Whether a kept text was laid beside a form, and is not a page's own. */
export function isLaid(name: string): boolean {
  return /\.\d+$/.test(name);
}

type Settings = {
  says: Says;
  store: Store;
  /** The form was changed. */
  changed: () => void;
  /** Under which the form's own text is kept. */
  name: string;
};

export function createBeside(form: HTMLFormElement, { says, store, changed, name }: Settings): Beside {
  let items: Item[] = [];
  let made = 0;

  function add(more: Item[]): void {
    const here = wordsIn(form, typedIn(form));
    const known = new Set([here, '', ...items.map(({ typed }) => wordsIn(form, typed))]);
    items = [...items, ...more.filter(({ typed }) => !known.has(wordsIn(form, typed)))];
    show();
  }

  function show(): void {
    const texts = items.map((item) => ({
      label: item.label,
      text: wordsIn(form, item.typed),
      use: () => exchange(item),
    }));
    says.beside(texts, forget);
  }

  function forget(): void {
    for (const { lies } of items) if (lies) store.remove(lies);
    items = [];
    show();
  }

  function exchange(item: Item): void {
    const names = item.whole ? namesOf([...item.typed, ...typedIn(form)]) : namesOf(item.typed);
    const mine = typedIn(form).filter(([each]) => names.includes(each));
    for (const each of names) {
      put(
        form,
        each,
        item.typed.filter((pair) => pair[0] === each),
      );
    }
    if (item.lies) store.remove(item.lies);
    items = items.filter((each) => each !== item);
    changed();
    if (wordsIn(form, mine) === '') return show();
    // The server may hold the form's new text in its place from now on.
    add([{ ...item, typed: mine, lies: lay(mine) }]);
  }

  /** Keeps a text by itself. */
  function lay(typed: Pairs): string {
    made += 1;
    const lies = `${name}.${made}`;
    void store.write(lies, { typed, shown: [], hidden: [], asked: null, sent: null, version: 0 });
    return lies;
  }

  return {
    offer: (left) =>
      add(
        namesOf(left).map((each) => ({
          label: labelOf(form, each),
          typed: left.filter((pair) => pair[0] === each),
          whole: false,
          lies: null,
        })),
      ),
    offerOthers: (others) =>
      add(others.map(({ kept, name: lies }) => ({ label: '', typed: kept.typed, whole: true, lies }))),
    offerKept: (typed) => add([{ label: '', typed, whole: true, lies: lay(typed) }]),
    replace: (typed) => exchange({ label: '', typed, whole: true, lies: null }),
  };
}
