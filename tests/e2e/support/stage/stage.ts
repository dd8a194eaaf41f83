import type { Browser } from 'playwright-core';
import { calendarAround } from '#scripts/demo/calendar.ts';
import { personOf, type PersonKey } from '#scripts/demo/people.ts';
import { openPlatform, type Platform } from '#scripts/demo/platform.ts';
import type { DemoStep, Tell } from '#scripts/demo/dispute.ts';
import { openAccounts, type Accounts } from './accounts.ts';
import { actor, signIn, speak, type Actor, type Language } from '../browser/actor.ts';
import { bareHanded } from '../browser/bare.ts';
import { launchBrowser, visitor, type VisitorOptions } from '../browser/browser.ts';
import { fileDispute, offerOf } from './file-dispute.ts';
import { startProduct, type Product } from './product.ts';
import { onPages } from '../steps/steps.ts';

/** The product, the people of the demonstration that a dispute needs, and a browser for each. All that people do is done on pages. */
export type Stage = {
  product: Product;
  /** To look at what the product holds, never to act in anybody's place. */
  platform: Platform;
  accounts: Accounts;
  browser: Browser;
  /** Someone who is nobody yet. */
  stranger(language: Language, options?: Partial<VisitorOptions>): Promise<Actor>;
  /** Someone of the cast, signed in. */
  enter(key: PersonKey, options?: Partial<VisitorOptions> & { language?: Language }): Promise<Actor>;
  /** A dispute of the demonstration, brought to a point by its people, in bare browsers of theirs. @returns the dossier's id. */
  bring(tell: Tell, steps?: DemoStep[] | number): Promise<string>;
  /** What went wrong in any browser of this stage: errors, accessibility, sideways scroll. */
  problems(): string[];
  stop(): Promise<void>;
};

/** Ends what it started when it cannot be set: a suite that has no stage stops nothing. */
export async function setStage(keys: PersonKey[], overrides: Record<string, string> = {}): Promise<Stage> {
  const product = await startProduct(overrides);
  try {
    return await stageOn(product, keys);
  } catch (error) {
    await product.stop();
    throw error;
  }
}

async function stageOn(product: Product, keys: PersonKey[]): Promise<Stage> {
  const platform = await openPlatform(product.env);
  const browser = await launchBrowser();
  const everyone: Actor[] = [];
  const stranger: Stage['stranger'] = async (language, options = {}) => {
    const who = await visitor(browser, { origin: product.origin, language, ...options });
    const { javaScriptEnabled: scripts = true, bare = false } = options;
    const someone = bare ? bareHanded(actor(who, language)) : actor(who, language, { scripts });
    everyone.push(someone);
    return someone;
  };
  const stage: Stage = {
    product,
    platform,
    accounts: nobody,
    browser,
    stranger,
    problems: () => [...new Set(everyone.flatMap(({ problems }) => problems.splice(0)))],
    async enter(key, { language, ...options } = {}) {
      const person = personOf(key);
      const who = await stranger(language ?? person.language, options);
      await signIn(who, person);
      await speak(who);
      return who;
    },
    async bring(tell, steps) {
      const { language } = tell(calendarAround(new Date(), 'fr'));
      const dispute = tell(calendarAround(new Date(), language));
      const { browserOf } = stage.accounts;
      const people = { officer: browserOf('officer'), consumer: browserOf(dispute.consumer) };
      const dossierId = await fileDispute(stage, people, dispute);
      const told = Array.isArray(steps) ? steps : dispute.steps.slice(0, steps);
      const browsers = Object.fromEntries(told.map(({ by }) => [by, browserOf(by)]));
      await onPages(stage, dossierId, browsers).run(
        told.map((step) => ('proposal' in step ? { ...step, proposal: offerOf(step.proposal, dispute) } : step)),
      );
      return dossierId;
    },
    async stop() {
      await browser.close();
      await platform.close();
      await product.stop();
    },
  };
  stage.accounts = await openAccounts(stage, keys);
  return stage;
}

/** Before anybody has come in. */
const nobody: Accounts = {
  browserOf: (key) => {
    throw new Error(`${key} has no account yet`);
  },
  merchantId: () => '',
};
