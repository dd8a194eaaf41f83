import type { Browser } from 'playwright-core';
import { openAccounts, type Cast } from '#scripts/demo/cast.ts';
import { calendarAround } from '#scripts/demo/calendar.ts';
import { openDispute } from '#scripts/demo/draft.ts';
import { runSteps } from '#scripts/demo/run-steps.ts';
import { demoPeople, personOf, type DemoPerson, type PersonKey } from '#scripts/demo/people.ts';
import { openPlatform, type Platform } from '#scripts/demo/platform.ts';
import type { DemoStep, Tell } from '#scripts/demo/dispute.ts';
import { actor, signIn, speak, type Actor, type Language } from './actor.ts';
import { launchBrowser, visitor, type VisitorOptions } from './browser.ts';
import { startProduct, type Product } from './product.ts';

/** The product, the people of the demonstration that a dispute needs, and a browser for each. */
export type Stage = {
  product: Product;
  platform: Platform;
  cast: Cast;
  browser: Browser;
  /** Someone who is nobody yet. */
  stranger(language: Language, options?: Partial<VisitorOptions>): Promise<Actor>;
  /** Someone of the cast, signed in. */
  enter(key: PersonKey, options?: Partial<VisitorOptions> & { language?: Language }): Promise<Actor>;
  /** Brings a dispute of the demonstration to a point, through the services. @returns the dossier's id. */
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
  const people: DemoPerson[] = demoPeople.filter(({ key }) => keys.includes(key));
  const platform = await openPlatform(product.env);
  const cast = await openAccounts(platform, people);
  const browser = await launchBrowser();
  const everyone: Actor[] = [];
  const stranger: Stage['stranger'] = async (language, options = {}) => {
    const who = await visitor(browser, { origin: product.origin, language, ...options });
    const someone = actor(who, language, { scripts: options.javaScriptEnabled !== false });
    everyone.push(someone);
    return someone;
  };
  return {
    product,
    platform,
    cast,
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
      const now = platform.deps.now();
      const { language } = tell(calendarAround(now, 'fr'));
      const told = tell(calendarAround(now, language));
      const dispute = { ...told, steps: Array.isArray(steps) ? steps : told.steps.slice(0, steps) };
      const dossierId = await openDispute(platform, cast, dispute);
      await runSteps(platform, cast, { dossierId, dispute });
      return dossierId;
    },
    async stop() {
      await browser.close();
      await platform.close();
      await product.stop();
    },
  };
}
