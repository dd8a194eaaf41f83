import { refusalOf } from '#contracts/refusal.ts';
import { oneAtATime } from '#contracts/one-at-a-time.ts';
import type { CurrentUser } from '../accounts/types.ts';
import type { ServiceDeps } from '../deps.ts';
import { positionIn } from '../dossier/open-dossier/load-dossier.ts';
import type { Seats } from './seats.ts';

type Deps = Pick<ServiceDeps, 'db' | 'now' | 'changes'> & { seats: Seats };

export type Follower = {
  dossierId: string;
  /** What the page showed last; null when that is not known. */
  known: string | null;
  /** Whether the session that asked is still open, without prolonging it. */
  signedIn: () => Promise<boolean>;
  /** The browser went away. */
  signal: AbortSignal;
};

/** Milliseconds between two signs of life: proxies cut what is silent for a minute. Whether the session lives is asked as often. */
const beat = 25_000;

/**
 * A stream of server-sent events (HTML §9.2) that says when this person may know of something new in a dossier, and nothing of what it is: the page then
 * asks for itself again. `change` has the new position as its id; `gone` is the last one, when the dossier is no longer open to them or their session is
 * over.
 *
 * @throws AppError as {@link positionIn}; `rate.limited` or `platform.unavailable` when too many are open.
 */
export async function followDossier(
  deps: Deps,
  user: CurrentUser,
  { dossierId, known, signedIn, signal }: Follower,
): Promise<ReadableStream<Uint8Array>> {
  const position = await positionIn(deps, user, dossierId);
  const encoder = new TextEncoder();
  const done: (() => void)[] = [];
  const end = (): void => {
    for (const each of done.splice(0)) each();
  };
  const leave = deps.seats.take(user.id, end);
  let told = known;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const say = (text: string): void => controller.enqueue(encoder.encode(text));
      const tell = (now: string): void => {
        if (now === told) return;
        told = now;
        say(`id: ${now}\nevent: change\ndata: .\n\n`);
      };
      const look = async (): Promise<void> => {
        const place = (await signedIn()) ? await placeOf(deps, user, dossierId) : null;
        if (done.length === 0) return;
        if (place !== null) return tell(place);
        say('event: gone\ndata: .\n\n');
        end();
      };
      // A fault ends the stream, and the page asks anew.
      const lookAgain = oneAtATime(look, end);
      const timer = setInterval(() => {
        say(':\n\n');
        lookAgain();
      }, beat);
      const stop = deps.changes?.follow(dossierId, lookAgain);
      signal.addEventListener('abort', end);
      done.push(
        leave,
        () => clearInterval(timer),
        () => stop?.(),
        () => signal.removeEventListener('abort', end),
        () => controller.close(),
      );
      say('retry: 3000\n\n');
      tell(position);
      // What happened since it was asked.
      lookAgain();
      if (signal.aborted) end();
    },
    cancel: end,
  });
}

/** Where this person stands; null when the dossier is closed to them. */
async function placeOf(deps: Deps, user: CurrentUser, dossierId: string): Promise<string | null> {
  try {
    return await positionIn(deps, user, dossierId);
  } catch (error) {
    if (refusalOf(error)) return null;
    throw error;
  }
}
