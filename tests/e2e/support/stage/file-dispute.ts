import {
  fieldsOf,
  formScreens,
  screenSlugs,
  shownValue,
  type FormScreenCode,
  type ScreenCode,
} from '#contracts/schemas/filing-screens.ts';
import { proposalValues } from '#contracts/schemas/proposal.ts';
import type { ProposalContent } from '#domain/agreement/types.ts';
import { demoMerchants } from '#scripts/demo/merchants.ts';
import type { Dispute } from '#scripts/demo/dispute.ts';
import { renderFile, type RenderedFile } from '#scripts/demo/files/render.ts';
import { personOf } from '#scripts/demo/people.ts';
import type { Typed } from '#scripts/screenshots/fill.ts';
import type { Actor } from '../browser/actor.ts';
import type { Offer } from '../steps/at.ts';
import { sendFiles } from '../browser/send-files.ts';
import type { Stage } from './stage.ts';
import { issueCodes, openWithCodes } from '../paths/whole-path.ts';

/**
 * F-051, F-054, F-057, F-067, F-069: a dispute as it is told, filed by the people who file it, in browsers of their own: the officer issues the codes, the consumer opens the dossier with those
 * of the mail, fills each screen and sends it, or stops before sending. @returns the dossier's id.
 */
export async function fileDispute(
  stage: Stage,
  { officer, consumer }: Record<'officer' | 'consumer', Actor>,
  dispute: Dispute,
): Promise<string> {
  const { language, problemKind } = dispute;
  const { email } = personOf(dispute.consumer);
  const merchant = demoMerchants.find(({ key }) => key === dispute.merchant)?.name ?? '';
  const { link, code } = await issueCodes(stage, officer, { email, language, merchant, problemKind });
  await consumer.page.goto(link);
  const dossierId = await openWithCodes(consumer, code);
  await fill(consumer, dispute);
  if (dispute.submits) {
    await consumer.press(consumer.t('filing:review.submit'));
    await consumer.page.waitForURL(`**/dossiers/${dossierId}`);
  }
  return dossierId;
}

/** From the list of steps to the revision, or to the first screen of which the dispute says nothing. */
async function fill(consumer: Actor, dispute: Dispute): Promise<void> {
  const { page, t } = consumer;
  const at = (screen: ScreenCode) =>
    page.waitForURL(({ pathname }) => pathname.endsWith(`/creation/${screenSlugs[screen]}`));
  const next = () => consumer.press(t('filing:next'));
  await consumer.follow(t('filing:tasks.start'));
  for (const screen of ['you', 'merchant', 'good', 'contract'] as const) {
    await at(screen);
    const typed = typedOn(screen, dispute);
    if (Object.keys(typed).length === 0) return;
    await consumer.fill(typed);
    await next();
  }
  await at('steps');
  for (const [row, step] of (dispute.problem.priorSteps ?? []).entries()) {
    if (row > 0) await consumer.press(t('filing:addStep'));
    await consumer.fill(
      Object.fromEntries(Object.entries(step).map(([name, value]) => [`priorSteps.${row}.${name}`, value])),
    );
  }
  await next();
  for (const screen of ['nature', 'narrative'] as const) {
    await at(screen);
    const typed = typedOn(screen, dispute);
    if (Object.keys(typed).length === 0) return;
    await consumer.fill(typed);
    await next();
  }
  await at('remedies');
  const { remedies, values, terms } = offerOf(dispute.proposal, dispute);
  if (remedies.length === 0) return;
  await consumer.fill({ 'remedy[]': remedies });
  await next();
  await at('remedyDetails');
  // F-064: what proves damages is deposited from there, once the rest is kept.
  const proof = dispute.files.find(({ title }) => Object.values(values).includes(title));
  const { 'dommages.document': proves, ...others } = values;
  await consumer.fill(others);
  if (proves && proof) {
    await consumer.press(t('filing:addDocument'));
    await deposit(consumer, [proof]);
    await at('remedyDetails');
  }
  if (terms === '') {
    // The rest is for another day; the files are at hand.
    await consumer.press(t('filing:later'));
    await consumer.follow(t('checks:steps.documents'));
  } else {
    await next();
    await at('terms');
    await consumer.fill({ terms });
    await next();
  }
  await at('documents');
  const rest = dispute.files.filter((file) => file !== proof);
  if (rest.length > 0) await deposit(consumer, rest);
  if (dispute.files.length > 0) {
    await describe(consumer, dispute.files);
    await consumer.press(t('filing:documents.save'));
  } else await consumer.follow(t('filing:tasks.review'));
  await at('review');
}

/** What a person types on a screen, by the names of its fields; boxes that stay as they are have no word. */
function typedOn(screen: FormScreenCode, dispute: Dispute): Typed {
  const saved: Record<string, unknown> = dispute[formScreens[screen].store];
  const { category, subcategory } = dispute.problem;
  const typed = fieldsOf(screen).flatMap((field): [string, string | boolean | string[]][] => {
    const value = saved[field.name];
    if (value === undefined || value === '') return [];
    if (field.type === 'codes') return [[`${field.name}[]`, value as string[]]];
    if (field.type === 'tick') return [[field.name, value === true]];
    if (field.name === 'category') return [['category', subcategory ? `${category}.${subcategory}` : (category ?? '')]];
    return [[field.name, String(shownValue(field, value, dispute.language))]];
  });
  return Object.fromEntries(typed);
}

/** A proposal as its form is filled; a document is chosen by its title. */
export function offerOf(
  proposal: ProposalContent,
  { files, language }: Pick<Dispute, 'files' | 'language'>,
): Required<Offer> {
  const { remedy, terms, ...byRemedy } = proposalValues(proposal, language) as { remedy: string[]; terms: string };
  const values = Object.entries(byRemedy).flatMap(([code, fields]) =>
    Object.entries(fields as Record<string, string>)
      .filter(([, value]) => value !== '')
      .map(([name, value]): [string, string] => [
        `${code}.${name}`,
        value.startsWith('@') ? (files.find(({ key }) => `@${key}` === value)?.title ?? value) : value,
      ]),
  );
  return { remedies: remedy, values: Object.fromEntries(values), terms };
}

const drawings = new Map<string, Promise<RenderedFile>>();

/** The same photograph is taken once, however many disputes show it: it takes longer than a page. */
function draw(file: Dispute['files'][number]): Promise<RenderedFile> {
  const key = JSON.stringify(file);
  const drawn = drawings.get(key) ?? renderFile(file);
  drawings.set(key, drawn);
  return drawn;
}

async function deposit(consumer: Actor, files: Dispute['files']): Promise<void> {
  const drawn = await Promise.all(files.map(draw));
  await consumer.page
    .locator('input[type=file][name=files]')
    .setInputFiles(
      drawn.map(({ fileName, mediaType, bytes }) => ({ name: fileName, mimeType: mediaType, buffer: bytes })),
    );
  await sendFiles(consumer, consumer.t('upload:send'));
}

/** F-067: what each is, beside its name. */
async function describe({ page }: Actor, files: Dispute['files']): Promise<void> {
  for (const { fileName, title, kind } of files) {
    const card = page.locator('main .pc-card', { hasText: fileName });
    await card.locator('[name^="title-"]').fill(title);
    await card.locator('[name^="kind-"]').selectOption(kind);
  }
}
