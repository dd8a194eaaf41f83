import { AppError } from '#contracts/errors.ts';
import { isUuid } from '#contracts/ids.ts';
import type { KeptTextForm } from '#contracts/schemas/kept-text.ts';
import { forgetText, keepText, keptText, type KeptText, type TextOf } from '#db/content/kept-texts.ts';
import { bind } from '../bind.ts';
import type { ServiceDeps } from '../deps.ts';

type Deps = Pick<ServiceDeps, 'db' | 'limits'>;

export type KeptTextServices = ReturnType<typeof createKeptTextServices>;

/** What people are writing in forms that have no draft of their own: each person's, for themselves alone (B-03). */
export function createKeptTextServices(deps: ServiceDeps) {
  return bind(deps, { find, save, forget });
}

function find({ db }: Deps, text: TextOf): Promise<KeptText | null> {
  return keptText(db, text);
}

/** `version`: of the text as it is kept now, 0 when the form says what the page came with. `other`: it was changed elsewhere and left as it is. */
type Saved = { version: number } | { other: KeptText };

/** @throws AppError `rate.limited` when the person writes in more forms, or saves more often, than anyone does. */
async function save(
  { db, limits }: Deps,
  userId: string,
  { form, typed, shown, version }: KeptTextForm,
): Promise<Saved> {
  await limits.count('saves', userId);
  const text = { userId, form };
  if (JSON.stringify(typed) === JSON.stringify(shown)) {
    const other = (await forgetText(db, { ...text, seen: version })) ? null : await keptText(db, text);
    return other ? { other } : { version: 0 };
  }
  const kept = await keepText(db, { ...text, dossierId: dossierIn(form), typed, shown, seen: version });
  if (kept !== null) return { version: kept };
  const other = await keptText(db, text);
  if (other) return { other };
  throw new AppError('rate.limited');
}

/** The form was taken, with the version that its page had `seen`; what another page has written since stays. */
async function forget({ db }: Deps, text: TextOf & { seen: number }): Promise<void> {
  await forgetText(db, text);
}

/** The dossier in whose pages the form stands: its texts go with it (F-142). */
function dossierIn(form: string): string | null {
  const [, id] = /^\/(?:office\/)?dossiers\/([^/|]+)/.exec(form) ?? [];
  return isUuid(id) ? id : null;
}
