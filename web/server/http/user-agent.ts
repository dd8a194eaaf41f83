/** What a browser says that it is, as codes that texts have words for; empty when it does not say, or says something else. */
type Device = { browser: string; system: string };

/** In this order: the later ones also stand in what the earlier ones say. */
const browsers: [code: string, said: RegExp][] = [
  ['edge', /\bEdg(?:e|A|iOS)?\//],
  ['opera', /\bOPR\//],
  ['samsung', /\bSamsungBrowser\//],
  ['firefox', /\b(?:Firefox|FxiOS)\//],
  ['chrome', /\b(?:Chrome|CriOS|HeadlessChrome)\//],
  ['safari', /\bVersion\/[\d.]+.*\bSafari\//],
];

const systems: [code: string, said: RegExp][] = [
  ['iphone', /\biPhone\b/],
  ['ipad', /\biPad\b/],
  ['android', /\bAndroid\b/],
  ['windows', /\bWindows\b/],
  ['chromeos', /\bCrOS\b/],
  ['mac', /\bMac OS X\b|\bMacintosh\b/],
  ['linux', /\bLinux\b/],
];

/**
 * Reads a `User-Agent` (RFC 9110 §10.1.5). Good enough for a person to know their own browser by; nothing is decided on it.
 *
 * @example deviceOf('Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0') // { browser: 'firefox', system: 'windows' }
 */
export function deviceOf(userAgent: string | undefined): Device {
  const said = (userAgent ?? '').slice(0, 400);
  const named = (list: typeof browsers) => list.find(([, pattern]) => pattern.test(said))?.[0] ?? '';
  return { browser: named(browsers), system: named(systems) };
}
