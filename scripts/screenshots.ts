import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { onStopAsked } from '#config/stop.ts';
import { launchChromium } from '#scripts/screenshots/chromium.ts';
import { findProduct, type Running } from '#scripts/screenshots/product.ts';
import { writeSheet, type Shot } from '#scripts/screenshots/sheet.ts';
import { discover, enter, look, lookUnfolded, patternOf, variants, type Variant } from '#scripts/screenshots/visit.ts';
import { root } from '#scripts/system/paths.ts';
import { explain } from '#scripts/system/problem.ts';
import { endAll } from '#scripts/system/processes.ts';

/** Who looks, from where: people whose dossiers stand in different places. */
const viewers: { role: string; person: string | null; starts: string[] }[] = [
  { role: 'visitor', person: null, starts: ['/', '/connexion', '/inscription', '/mot-de-passe', '/aide'] },
  { role: 'consumer', person: 'claire', starts: ['/dossiers', '/profil', '/dossiers/nouveau', '/invitation'] },
  { role: 'consumer-in-mediation', person: 'fatou', starts: ['/dossiers'] },
  { role: 'consumer-answering', person: 'emily', starts: ['/dossiers'] },
  { role: 'consumer-forty-proposals', person: 'marie', starts: ['/dossiers'] },
  { role: 'consumer-represented', person: 'gerard', starts: ['/dossiers'] },
  { role: 'consumer-new-draft', person: 'thomas', starts: ['/dossiers'] },
  { role: 'representative', person: 'isabelle', starts: ['/dossiers'] },
  { role: 'respondent', person: 'boreal.repondant', starts: ['/dossiers', '/profil'] },
  { role: 'merchant-representative', person: 'tilleul.rep', starts: ['/dossiers'] },
  { role: 'mediator', person: 'mediator', starts: ['/dossiers'] },
  {
    role: 'officer',
    person: 'officer',
    starts: ['/office', '/office/codes/nouveau', '/office/commercants/nouveau', '/office/mediateurs/nouveau'],
  },
];

const nameOf = (page: string, index: number) =>
  `${page.replace(/^\//, '').replaceAll(/[^\w-]+/g, '_') || 'home'}${index > 0 ? `-${index + 1}` : ''}`;

/** `npm run screenshots [-- role…]`: a picture of every page of every role. @returns the exit code. */
async function main(wanted: string[]): Promise<number> {
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  const folder = path.join(root, 'screenshots');
  const chosen = viewers.filter(({ role }) => wanted.length === 0 || wanted.includes(role));
  let product: Running | null = null;
  onStopAsked(['SIGINT', 'SIGTERM', 'SIGHUP'], () => {
    if (product) void product.stop().finally(() => process.exit(1));
    else void endAll(); // and findProduct gives up
  });
  product = await findProduct(process.env, say);
  const browser = await launchChromium();
  const shots: Shot[] = [];
  try {
    for (const { role, person, starts } of chosen) {
      await rm(path.join(folder, role), { recursive: true, force: true });
      await mkdir(path.join(folder, role), { recursive: true });
      const first = await enter(browser, product.origin, { person, variant: variants[0] as Variant });
      const paths = await discover(first.page, starts);
      await first.context.close();
      const seen = new Map<string, number>();
      const named = paths.map((address) => {
        const pattern = patternOf(address);
        const index = seen.get(pattern) ?? 0;
        seen.set(pattern, index + 1);
        return { address, page: nameOf(pattern, index) };
      });
      for (const variant of variants) {
        const { context, page } = await enter(browser, product.origin, { person, variant });
        for (const { address, page: name } of named) {
          const label = `${variant.language}-${variant.theme}-${variant.width}`;
          const note = (shown: string, file: string, problems: string[]) => {
            shots.push({ role, page: shown, file, variant: label, problems });
            for (const problem of problems) say(`${file}: ${problem}`);
          };
          const file = path.join(role, `${name}-${label}.png`);
          note(name, file, await look(page, address, { file: path.join(folder, file), width: variant.width }));
          const unfolded = path.join(role, `${name}-unfolded-${label}.png`);
          const found = await lookUnfolded(page, path.join(folder, unfolded), variant.width);
          if (found) note(`${name}-unfolded`, unfolded, found);
        }
        await context.close();
      }
      say(`${role}: ${paths.length} pages`);
    }
  } finally {
    await browser.close();
    await product.stop();
    if (shots.length > 0) await writeSheet(folder, shots);
  }
  const wrong = shots.filter(({ problems }) => problems.length > 0).length;
  say(
    `${shots.length} screenshots in screenshots/, ${wrong} with something wrong; screenshots/index.html shows them all.`,
  );
  return wrong === 0 ? 0 : 1;
}

process.exit(
  await main(process.argv.slice(2)).catch((error: unknown) => {
    process.stderr.write(`${explain(error)}\n`);
    return 1;
  }),
);
