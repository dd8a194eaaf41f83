import { expect, test } from '@jest/globals';
import { standardPolicy } from '../dossier/policy.ts';
import { policyAt, standings, type PolicyVersion } from './versions.ts';

const version = (number: number, setDay: string, fromDay: string): PolicyVersion => ({
  number,
  policy: { ...standardPolicy, version: String(number) },
  fromDay,
  setAt: `${setDay}T17:00:00.000Z`,
});
const at = (day: string) => `${day}T17:00:00.000Z`;

test('T-08 a version is in force from its day in Québec until the next one', () => {
  const versions = [version(2, '2027-01-05', '2027-02-01'), version(3, '2027-03-10', '2027-04-01')];
  const inForce = (now: string) => policyAt(standardPolicy, versions, now).version;
  expect(inForce(at('2027-01-31'))).toBe(standardPolicy.version);
  // Midnight in Québec is five o'clock in UTC.
  expect(inForce('2027-02-01T04:59:59.999Z')).toBe(standardPolicy.version);
  expect(inForce('2027-02-01T05:00:00.000Z')).toBe('2');
  expect(inForce(at('2027-03-31'))).toBe('2');
  expect(inForce(at('2027-04-01'))).toBe('3');
});

test('T-08 one that is written before another came into force takes its place, and that one never is', () => {
  const versions = [
    version(2, '2027-01-05', '2027-02-01'),
    version(3, '2027-03-10', '2027-06-01'),
    version(4, '2027-03-11', '2027-05-01'),
  ];
  const standing = (now: string) => standings(versions, now).map((each) => each.standing);
  expect(standing(at('2027-03-12'))).toEqual(['inForce', 'replaced', 'coming']);
  expect(standing(at('2027-07-01'))).toEqual(['over', 'replaced', 'inForce']);
  expect(policyAt(standardPolicy, versions, at('2027-07-01')).version).toBe('4');
});
