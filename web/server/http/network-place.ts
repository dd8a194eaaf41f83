import { isIPv4, isIPv6 } from 'node:net';

/**
 * The place that an address counts for. An IPv4 address is one; of IPv6 the first 64 bits are, since a person who has one address of a /64 has them
 * all (RFC 6177, RFC 4291 §2.5.1). An IPv4 address written in IPv6 (RFC 4291 §2.5.5.2) is the same place as without. Anything that is not an address
 * is one place, so that it does not escape counting.
 *
 * @example placeOf('2001:db8:1:2:3:4:5:6') === '2001:db8:1:2::/64'
 */
export function placeOf(address: string): string {
  const bare = withoutPort(address.trim()).replace(/%.*$/, '');
  if (isIPv4(bare)) return bare;
  if (!isIPv6(bare)) return 'unknown';
  const groups = groupsOf(bare);
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 0xff])
      .join('.');
  }
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}

/** The whole address, as PostgreSQL's inet takes it; null for what is none, which a proxy may hand on. */
export function addressIn(given: string): string | null {
  const bare = withoutPort(given.trim()).replace(/%.*$/, '');
  if (isIPv4(bare)) return bare;
  if (!isIPv6(bare)) return null;
  const place = placeOf(bare);
  return place.endsWith('::/64') ? bare : place;
}

/** Some proxies hand on the port with the address. */
function withoutPort(address: string): string {
  return /^\[(.*)\](?::\d+)?$/.exec(address)?.[1] ?? /^([\d.]+):\d+$/.exec(address)?.[1] ?? address;
}

/** The eight groups of 16 bits of an address that is one. */
function groupsOf(address: string): number[] {
  const [head = '', tail] = address.split('::');
  const read = (part: string) => (part === '' ? [] : part.split(':').flatMap(groupsOfPiece));
  const [before, after] = [read(head), read(tail ?? '')];
  const missing = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...new Array<number>(missing).fill(0), ...after];
}

/** One group, or the two of an IPv4 address at the end. */
function groupsOfPiece(piece: string): number[] {
  if (!piece.includes('.')) return [Number.parseInt(piece, 16)];
  const [a = 0, b = 0, c = 0, d = 0] = piece.split('.').map(Number);
  return [a * 256 + b, c * 256 + d];
}
