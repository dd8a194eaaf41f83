import type { Author } from '#domain/actor.ts';
import type { Reader } from './reader.ts';

/** A side, the mediator or the Office as sentences name them: by name, or by role. */
export function nameOf(reader: Reader, { role, name }: { role: Author | 'office'; name: string | null }): string {
  return name || reader.t(`turn:who.${role}`);
}

/** A sentence that begins with a name or a role begins with a capital. */
export function sentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase('fr-CA') + text.slice(1);
}
