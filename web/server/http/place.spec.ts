import { expect, test } from '@jest/globals';
import { addressIn, placeOf } from './network-place.ts';

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['203.0.113.7:51234', '203.0.113.7'],
  // An IPv4 address as a socket of both families tells it, and as a proxy may.
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['::FFFF:cb00:7107', '203.0.113.7'],
  ['0:0:0:0:0:ffff:203.0.113.7', '203.0.113.7'],
  // Whoever has one address of a /64 has them all.
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
  ['[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::203.0.113.7', '2001:db8:1:2::/64'],
  ['2001:db8:1:3::1', '2001:db8:1:3::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['::', '0:0:0:0::/64'],
  // Whatever is no address does not escape counting by being made up.
  ['', 'unknown'],
  ['unix:', 'unknown'],
  ['203.0.113.700', 'unknown'],
  ['1:2:3', 'unknown'],
])('an address « %s » counts for the place %s', (address, place) => {
  expect(placeOf(address)).toBe(place);
});

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['203.0.113.7:51234', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2:3:4:5:6'],
  ['fe80::1%eth0', 'fe80::1'],
  ['unix:', null],
  ['', null],
])('%s is written down as %s', (given, address) => {
  expect(addressIn(given)).toBe(address);
});
