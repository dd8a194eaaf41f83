import { createHash } from 'node:crypto';
import { expect } from '@jest/globals';
import { eventually } from '#scripts/system/eventually.ts';
import type { Actor } from '../browser/actor.ts';
import { readDocx } from './docx.ts';

/** F-101: the agreement as a Word document, opened. */
export const readAgreement = (who: Actor, dossierId: string) => readOfficial(who, dossierId, /entente|agreement/i);

/** F-120: the attestation as a Word document, opened. */
export const readAttestation = (who: Actor, dossierId: string) => readOfficial(who, dossierId, /attestation/i);

/** A document that the platform made, once it is among the dossier's. */
async function readOfficial(who: Actor, dossierId: string, hasText: RegExp) {
  const { page } = who;
  const link = page.locator('main a[download][href*="/documents/"]', { hasText }).first();
  const listed = async (): Promise<boolean> => {
    if ((await link.count()) > 0) return true;
    await page.goto(`/dossiers/${dossierId}/documents`);
    return false;
  };
  await eventually(listed, { every: 500 });
  const href = (await link.getAttribute('href')) ?? '';
  const answer = await page.context().request.get(href);
  expect(answer.status()).toBe(200);
  const bytes = await answer.body();
  return { ...(await readDocx(bytes)), sha256: createHash('sha256').update(bytes).digest('hex') };
}
