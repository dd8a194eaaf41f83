/**
 * A password as it is compared and hashed: what a person typed, whichever way their device encodes it (OpaqueString, RFC 8265 §4.2): any space is the
 * plain one, and a letter with its accents has one form (NFC). What the profile refuses because it is not seen (control characters, zero-width
 * characters, the selectors that one keyboard adds to an emoji and another does not) is left out. Case, width, spaces at the ends and every character
 * that is seen stay (ASVS 6.2.8). Done again, it changes nothing.
 */
export function opaqueSecret(typed: string): string {
  return typed
    .replaceAll(/\p{Zs}/gu, ' ')
    .replaceAll(/[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replaceAll(/\p{Cs}/gu, '\ufffd')
    .normalize('NFC');
}
