import path from 'node:path';
import { onStopAsked } from '#config/stop.ts';
import { emptyAlbum, type Album } from '#scripts/screenshots/camera.ts';
import { launchChromium } from '#scripts/screenshots/chromium.ts';
import { cellsToShow, exceptions, notPictured } from '#scripts/screenshots/coverage.ts';
import { takeGuides } from '#scripts/screenshots/guides/take.ts';
import { openInbox } from '#scripts/screenshots/inbox.ts';
import { findProduct, type Running } from '#scripts/screenshots/product.ts';
import { writeSheet } from '#scripts/screenshots/sheet.ts';
import { roles, takeAll } from '#scripts/screenshots/take-all.ts';
import { root } from '#scripts/system/paths.ts';
import { explain, Problem } from '#scripts/system/problem.ts';
import { endAll } from '#scripts/system/processes.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);

/**
 * `npm run screenshots [-- role…]`: pictures of every page of every role, or of these roles. `npm run screenshots -- guides [name…]`: the pictures of
 * docs/guides. @returns the exit code.
 */
async function main([first, ...rest]: string[]): Promise<number> {
  const guides = first === 'guides';
  const wanted = new Set(guides || first === undefined ? roles : [first, ...rest]);
  const unknown = [...wanted].filter((role) => !roles.includes(role));
  if (unknown.length > 0)
    throw new Problem(`No such role: ${unknown.join(', ')}. There are: guides, ${roles.join(', ')}.`);
  let product: Running | null = null;
  onStopAsked(['SIGINT', 'SIGTERM', 'SIGHUP'], () => {
    if (product) void product.stop().finally(() => process.exit(1));
    else void endAll(); // and findProduct gives up
  });
  product = await findProduct(process.env, say);
  const inbox = product.mail === null ? null : openInbox(product.mail);
  const browser = await launchChromium();
  const album = emptyAlbum(path.join(root, 'screenshots'), say);
  const door = { browser, origin: product.origin };
  try {
    if (guides) return await takeGuides({ door, say, only: rest });
    await takeAll({ door, album, inbox, dataDir: product.dataDir }, wanted);
  } finally {
    await browser.close();
    await product.stop();
    if (album.shots.length > 0) await writeSheet(album.folder, album.shots);
  }
  return conclude(album, wanted.size === roles.length);
}

/** What was wrong, and which pages were not seen: a run for some roles cannot see all. */
function conclude({ shots, pictured }: Album, whole: boolean): number {
  const wrong = shots.filter(({ problems }) => problems.length > 0).length;
  say(
    `${shots.length} screenshots in screenshots/, ${wrong} with something wrong; screenshots/index.html shows them all.`,
  );
  if (!whole) return wrong === 0 ? 0 : 1;
  const missing = notPictured(pictured);
  for (const what of missing) say(`No picture shows ${what}.`);
  for (const [id, { readers, why }] of Object.entries(exceptions)) {
    say(`Not shown${readers ? ` to the ${readers.join(', the ')}` : ''}: ${id} (${why}).`);
  }
  say(
    `${cellsToShow().length} pictures are due: each page, to each who may open it, at two widths, in two languages; ${missing.length} pages are missing to somebody.`,
  );
  return wrong + missing.length === 0 ? 0 : 1;
}

process.exit(
  await main(process.argv.slice(2)).catch((error: unknown) => {
    process.stderr.write(`${explain(error)}\n`);
    return 1;
  }),
);
