import { adoptFormer } from './adopt.ts';
import { cipherOf, type Cipher } from './cipher.ts';
import { placeOf, type Place } from './place.ts';
import type { Kept, Lying, Owner } from '../types.ts';

const prefix = 'pc-kept:';
/** Texts that nobody came back for, in milliseconds. */
const longest = 30 * 24 * 3600_000;

/** Where texts lie in this browser until the server has them. */
export type Store = {
  /** Texts of one form, latest first. */
  find(form: string): Promise<Lying[]>;
  write(name: string, kept: Kept): Promise<void>;
  remove(name: string): void;
  /** Texts that were sent, of every form. */
  sent(): Promise<Lying[]>;
  /** The name under which this page keeps that form's text. */
  nameFor(form: string): string;
  /** Makes a text the one that this tab goes on with. */
  follow(form: string, name: string): void;
  /** The name of the text that this tab goes on with. */
  followed(form: string): string | null;
  /** Removes all that the account has in this browser; nothing more is written from this page. */
  clear(): void;
  /** Now, by the server's clock: this device's may be wrong. */
  now(): number;
};

/**
 * Each page writes a text of its own, so that two tabs never write the same one. What an account has is closed with a key that only its pages get; a
 * visitor's texts, and those where nothing can be closed, last as long as their tab.
 */
export async function openStore(owner: Owner): Promise<Store> {
  const { account, key, now: made } = owner;
  const cipher = await cipherOf(key);
  const tab = placeOf(() => sessionStorage);
  const place = cipher ? placeOf(() => localStorage) : tab;
  const mine = `${prefix}${account}:`;
  const pageId = crypto.getRandomValues(new Uint32Array(2)).join('');
  const began = performance.now();
  const now = (): number => Math.round(made + performance.now() - began);
  const names = (start: string) => place.names().filter((name) => name.startsWith(start));
  const read = async (start: string): Promise<Lying[]> => {
    const found = await Promise.all(names(start).map((name) => lying(place, cipher, name)));
    return found.filter((each) => each !== null).sort((a, b) => b.at - a.at);
  };
  let left = false;
  const turns = new Map<string, number>();
  const next = (name: string): number => {
    const turn = (turns.get(name) ?? 0) + 1;
    turns.set(name, turn);
    return turn;
  };
  sweep(place, now());
  if (cipher) {
    const followers = () => tab.names().filter((name) => name.startsWith(`${prefix}here:`));
    const renamed = (before: string, after: string) => {
      for (const name of followers()) if (tab.get(name) === before) tab.set(name, after);
    };
    await adoptFormer({ owner, prefix, cipher, place, renamed });
  }
  return {
    find: (form) => read(`${mine}${form}:`),
    sent: async () => (await read(mine)).filter(({ kept }) => kept.sent !== null),
    async write(name, kept) {
      const turn = next(name);
      const text = JSON.stringify(kept);
      const closed = cipher ? await cipher.close(text) : text;
      // Something else was written or removed under that name meanwhile.
      if (!left && turns.get(name) === turn) place.set(name, `${now()}.${closed}`);
    },
    remove(name) {
      next(name);
      place.remove(name);
    },
    nameFor: (form) => `${mine}${form}:${pageId}`,
    follow: (form, name) => tab.set(`${prefix}here:${form}`, name),
    followed: (form) => tab.get(`${prefix}here:${form}`),
    clear() {
      left = true;
      for (const name of names(mine)) place.remove(name);
      for (const name of tab.names().filter((each) => each.startsWith(prefix))) tab.remove(name);
    },
    now,
  };
}

/** The text of that name; null for one that is not this account's, or is not whole. */
async function lying(place: Place, cipher: Cipher | null, name: string): Promise<Lying | null> {
  const value = place.get(name) ?? '';
  const dot = value.indexOf('.');
  const closed = value.slice(dot + 1);
  const text = cipher ? await cipher.open(closed) : closed;
  try {
    const kept: Kept | null = JSON.parse(text ?? 'null');
    return kept && { name, at: Number(value.slice(0, dot)), kept };
  } catch {
    return null;
  }
}

function sweep(place: Place, now: number): void {
  for (const name of place.names().filter((each) => each.startsWith(prefix))) {
    if (now - Number.parseInt(place.get(name) ?? '', 10) > longest) place.remove(name);
  }
}
