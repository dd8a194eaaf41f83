import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Database } from '#db/database.ts';
import { anchorsOf, saveAnchors, type Anchor } from '#db/journal/anchors.ts';

/** The head of a dossier's chain after an act: number and hash of its last event. */
type Head = { dossierId: string; seq: number; hash: Buffer };

/** Signs the heads of chains as they are journalled, with a key that only workers have (`JOURNAL_KEY`). */
export type Anchors = {
  /** A head that this process has just journalled. */
  note(head: Head): void;
  /** Writes what was noted; resolved when it is written. */
  stop(): Promise<void>;
};

/** Heads are gathered for so long: of acts that follow each other, the last one's is signed. */
const everyMs = 2_000;

/**
 * What is lost of a worker that is killed meanwhile is signed with the dossier's next act; until then the check of the journal says that its head is not
 * signed.
 *
 * @param failed told when heads could not be written: they are written with the next ones.
 */
export function createAnchors({ db, key, failed }: { db: Database; key: string; failed: () => void }): Anchors {
  const heads = new Map<string, Head>();
  let timer: NodeJS.Timeout | null = null;

  async function write(): Promise<void> {
    timer = null;
    const noted = [...heads.values()];
    heads.clear();
    if (noted.length === 0) return;
    try {
      await saveAnchors(
        db,
        noted.map((head) => ({ ...head, keyId: keyId(key), mac: macOf(key, head) })),
      );
    } catch {
      failed();
      for (const head of noted) if (!heads.has(head.dossierId)) heads.set(head.dossierId, head);
      later();
    }
  }

  function later(): void {
    timer ??= setTimeout(() => void write(), everyMs).unref();
  }

  return {
    note(head) {
      const known = heads.get(head.dossierId);
      if (!known || known.seq < head.seq) heads.set(head.dossierId, head);
      later();
    },
    async stop() {
      if (timer) clearTimeout(timer);
      await write();
      if (timer) clearTimeout(timer);
    },
  };
}

/** A name for a key that does not tell it: the first digits of its SHA-256. */
export function keyId(key: string): string {
  return createHash('sha256').update(`journal:${key}`).digest('hex').slice(0, 8);
}

function macOf(key: string, { dossierId, seq, hash }: Head): Buffer {
  return createHmac('sha256', key).update(`${dossierId}:${seq}:`).update(hash).digest();
}

/** `forged`: the first event whose hash is not the one that was signed, or whose signature no known key made; or up to which event signatures hold. */
export type SignatureCheck = { forged: number } | { signedTo: number };

/**
 * What the signatures of several dossiers say, in their order.
 *
 * @param keys those that may have signed: the present one and former ones.
 */
export async function verifyAnchors(
  db: Database,
  dossierIds: readonly string[],
  keys: readonly string[],
): Promise<SignatureCheck[]> {
  const known = new Map(keys.map((key) => [keyId(key), key]));
  const checks = new Map<string, SignatureCheck>();
  for (const anchor of await anchorsOf(db, dossierIds)) {
    const { dossierId, seq } = anchor;
    if ('forged' in (checks.get(dossierId) ?? {})) continue;
    checks.set(dossierId, holds(anchor, known) ? { signedTo: seq } : { forged: seq });
  }
  return dossierIds.map((dossierId) => checks.get(dossierId) ?? { signedTo: 0 });
}

function holds(anchor: Anchor & { present: Uint8Array | null }, known: ReadonlyMap<string, string>): boolean {
  const key = known.get(anchor.keyId);
  if (!key || !anchor.present || !anchor.hash.equals(anchor.present)) return false;
  const mac = macOf(key, anchor);
  return mac.length === anchor.mac.length && timingSafeEqual(mac, anchor.mac);
}
