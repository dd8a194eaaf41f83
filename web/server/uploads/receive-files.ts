import { randomUUID } from 'node:crypto';
import type { Role } from '#domain/dossier/types.ts';
import type { Database } from '#db/database.ts';
import type { Scanner } from '#db/files/scanner.ts';
import { dossierFolder, type FileStore } from '#db/files/store.ts';
import { AppError } from '#contracts/errors.ts';
import { isUuid } from '#contracts/ids.ts';
import { idOf } from '#db/key-id.ts';
import { createTurns } from '#threads/turns.ts';
import { isCode } from '#content/lists/index.ts';
import { countDocuments, insertDocument, lockDocumentsOf, ownDocument } from '#db/content/document-rows.ts';
import { inTransaction } from '#db/transaction.ts';
import { uploadLimits, type FileKind } from './limits.ts';
import { readMultipart, type Arrived } from './multipart.ts';
import { createPlaces, type Places } from './places.ts';
import { prepareFile, shownName, type PreparedFile, type RefusedFile } from './prepare-file.ts';

export type UploadDeps = { db: Database; files: FileStore; scanner: Scanner | null };

/** Whose files: the dossier, the person, and the role in which the person acts on it. */
export type UploadOwner = { dossierId: string; user: { id: string }; role: Role };

/** A file stored as a draft row that only its owner sees, until the submission or the `addDocument` command publishes it. */
type AcceptedFile = {
  id: string;
  field: string;
  kind: string;
  title: string;
  fileName: string;
  byteSize: number;
};

export type Received = { accepted: AcceptedFile[]; refused: RefusedFile[]; fields: URLSearchParams };

/** Sendings under way: each may hold 200 MB of disk and a file after the other in the checks, for as long as its network needs. */
const sendings = createTurns({ atOnce: 30, waiting: 0, each: 2, eachCode: 'file.sending' });
const places = createPlaces();

/**
 * Receives the files of a multipart form (F-033, F-052, F-067, A-27): each is checked, stored or refused by itself with its own code
 * (`upload:refused.<code>`), so that one bad file costs none of the others. A `kind` field names the kind of them all. A `file_key` field, of a form
 * with one file, names that file: sent again under it, because the answer was lost, it is kept once.
 *
 * A scanner looks at each: a file in which it finds something is refused; while it does not answer, files are kept in quarantine, where only their
 * owner opens them.
 *
 * The caller has already checked that this person may add documents to this dossier.
 *
 * @throws AppError before a byte is read: `file.too_many` when the side has no room left, `file.sending` when this person sends two forms already,
 *   `platform.busy` when thirty come in; then `form.invalid` or `form.too_large` when the request as a whole cannot be taken. Nothing is stored then.
 */
export async function receiveDocuments(deps: UploadDeps, request: Request, owner: UploadOwner): Promise<Received> {
  const left = await roomLeft(deps.db, owner);
  const side = `${owner.dossierId} ${rolesOfSide(owner.role)[0]}`;
  return places.with(side, left, (room) => {
    if (Math.min(left, room.left) <= 0) throw new AppError('file.too_many');
    return sendings.run(owner.user.id, () => receive(deps, request, { owner, room }));
  });
}

async function receive(
  deps: UploadDeps,
  request: Request,
  { owner, room }: { owner: UploadOwner; room: Places },
): Promise<Received> {
  const folder = await deps.files.incoming();
  let taken = 0;
  const own: Places = { left: room.left, take: () => room.take() && (taken += 1) > 0, giveBack: () => room.giveBack() };
  try {
    const arrived = await readMultipart(request, folder.path, own);
    const received: Received = { accepted: [], refused: [], fields: arrived.fields };
    for (const file of arrived.files) {
      const prepared = await prepareFile(file, { whose: owner.user.id, store: deps.files.root });
      if ('code' in prepared) {
        received.refused.push(prepared);
        continue;
      }
      const verdict = deps.scanner ? await deps.scanner.scanFile(prepared.path) : 'clean';
      if (verdict === 'infected') {
        received.refused.push({ name: shownName(file.name), code: 'file.infected' });
        continue;
      }
      const scan = verdict === 'away' ? 'quarantined' : 'clean';
      const stored = await store(deps, owner, { ...prepared, ...askedOf(arrived, owner), scan });
      if (stored) received.accepted.push(stored);
      else received.refused.push({ name: shownName(file.name), code: 'file.too_many' });
    }
    for (const name of arrived.surplus) received.refused.push({ name: shownName(name), code: 'file.too_many' });
    taken -= received.accepted.length;
    return received;
  } finally {
    // The places of what was not kept, also of a sending that was cut.
    for (; taken > 0; taken -= 1) room.giveBack();
    await folder.remove();
  }
}

/** What the form says of its files: their kind, and the id of the only one. */
function askedOf(
  { fields, files }: Arrived,
  { dossierId, user }: UploadOwner,
): { id: string; askedKind: string | null } {
  const key = fields.get('file_key');
  const id = files.length === 1 && isUuid(key) ? idOf('upload', dossierId, user.id, key) : randomUUID();
  return { id, askedKind: fields.get('kind') };
}

/** Stores the bytes first and the row after: a crash between the two leaves bytes that nothing names, never a row without bytes. */
async function store(
  deps: UploadDeps,
  owner: UploadOwner,
  file: PreparedFile & { id: string; askedKind: string | null; scan: 'clean' | 'quarantined' },
): Promise<AcceptedFile | null> {
  const { id } = file;
  const before = await ownDocument(deps.db, { id, ownerId: owner.user.id });
  if (before) return { ...before, field: file.field };
  if ((await roomLeft(deps.db, owner)) <= 0) return null;
  const kind = isCode('documentKinds', file.askedKind) ? file.askedKind : guessKind(file.kind);
  // Of this sending alone: a file of the same key that is removed at this moment takes its own bytes along.
  const storageKey = `${dossierFolder(owner.dossierId)}/${randomUUID()}`;
  await deps.files.putFile(storageKey, file.path);
  let kept = false;
  const row = await inTransaction(deps, async ({ db }) => {
    // Two sendings at once count one after the other.
    await lockDocumentsOf(db, owner.dossierId);
    const meanwhile = await ownDocument(db, { id, ownerId: owner.user.id });
    if (meanwhile) return { ...meanwhile, field: file.field };
    if ((await roomLeft(db, owner)) <= 0) return null;
    await insertDocument(db, {
      id,
      dossierId: owner.dossierId,
      ownerId: owner.user.id,
      ownerRole: owner.role,
      kind,
      title: file.title,
      fileName: file.fileName,
      mediaType: file.mediaType,
      byteSize: file.byteSize,
      sha256: file.sha256,
      scan: file.scan,
      storageKey,
    });
    kept = true;
    return { id, field: file.field, kind, title: file.title, fileName: file.fileName, byteSize: file.byteSize };
  });
  if (!kept) await deps.files.remove(storageKey);
  return row;
}

/** How many files this person's side may still add: twenty a side, what was withdrawn not counted. */
async function roomLeft(db: Database, owner: UploadOwner): Promise<number> {
  const { dossierId, role } = owner;
  return uploadLimits.files - (await countDocuments(db, { dossierId, roles: rolesOfSide(role) }));
}

function rolesOfSide(role: Role): Role[] {
  const sides: Role[][] = [
    ['consumer', 'consumerRepresentative'],
    ['respondent', 'merchantRepresentative'],
  ];
  return sides.find((side) => side.includes(role)) ?? [role];
}

function guessKind(kind: FileKind): string {
  if (kind === 'jpg' || kind === 'png' || kind === 'heic' || kind === 'gif') return 'photo';
  return kind === 'eml' ? 'lettre' : 'autre';
}
