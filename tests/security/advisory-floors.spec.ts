import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { temporalServerVersion } from '#scripts/servers/temporal/versions.ts';
import { root } from '#scripts/system/paths.ts';

type Lock = {
  packages: Record<
    string,
    { version?: string; hasInstallScript?: boolean; optionalDependencies?: Record<string, string> }
  >;
};
type Manifest = Record<'dependencies' | 'devDependencies' | 'overrides', Record<string, string>> & {
  allowScripts: Record<string, boolean>;
};
const json = (file: string): unknown => JSON.parse(readFileSync(`${root}/${file}`, 'utf8'));
const { packages } = json('package-lock.json') as Lock;
const manifest = json('package.json') as Manifest;

const nameOf = (key: string): string => key.slice(key.lastIndexOf('node_modules/') + 'node_modules/'.length);
const copiesOf = (name: string): string[] =>
  Object.entries(packages)
    .filter(([key]) => key !== '' && nameOf(key) === name)
    .map(([, { version }]) => version!);

/** Compares the numbers of two versions; anything after them (a pre-release) is left aside. */
const atLeast = (version: string, floor: string): boolean => {
  const numbers = (text: string): number[] => text.split('-')[0]!.split('.').map(Number);
  const [have, want] = [numbers(version), numbers(floor)];
  for (let index = 0; index < 3; index += 1) {
    if (have[index]! !== want[index]!) return have[index]! > want[index]!;
  }
  return true;
};

/** Below these versions stand published advisories; every copy in the lockfile counts, however deep. */
const floors: Record<string, string> = {
  '@remix-run/node': '2.17.5',
  '@remix-run/react': '2.17.5',
  '@remix-run/server-runtime': '2.17.5',
  '@remix-run/dev': '2.17.5',
  '@remix-run/router': '1.23.4',
  'react-router': '6.30.6',
  'react-router-dom': '6.30.6',
  express: '4.22.3',
  nodemailer: '10.6.0',
};

describe('advisory floors', () => {
  it.each(Object.entries(floors))('%s is nowhere below %s', (name, floor) => {
    const copies = copiesOf(name);
    expect(copies.length).toBeGreaterThan(0);
    expect(copies.filter((version) => !atLeast(version, floor))).toEqual([]);
  });

  it('multer, when it is there at all, is not below 2.5.0', () => {
    expect(copiesOf('multer').filter((version) => !atLeast(version, '2.5.0'))).toEqual([]);
  });

  it('the Temporal server that is built is not below 1.30.3', () => {
    expect(atLeast(temporalServerVersion, '1.30.3')).toBe(true);
  });

  it('compares versions by their numbers', () => {
    expect(atLeast('10.6.0', '9.7.0')).toBe(true);
    expect(atLeast('6.30.5', '6.30.6')).toBe(false);
    expect(atLeast('2.17.5', '2.17.5')).toBe(true);
  });
});

describe('the lockfile', () => {
  it('has one protobufjs for the Temporal SDK, besides the one of @grpc/proto-loader', () => {
    const keys = Object.keys(packages).filter((key) => key !== '' && nameOf(key) === 'protobufjs');
    expect(keys.filter((key) => !key.startsWith('node_modules/@grpc/proto-loader/'))).toEqual([
      'node_modules/protobufjs',
    ]);
    expect(packages['node_modules/protobufjs']!.version).toMatch(/^8\./);
  });

  it('has one zod that the product can meet', () => {
    const keys = Object.keys(packages).filter((key) => key !== '' && nameOf(key) === 'zod');
    expect(keys.filter((key) => !key.startsWith('node_modules/@maildev/'))).toEqual(['node_modules/zod']);
    expect(packages['node_modules/zod']!.version).toBe(manifest.dependencies['zod']);
  });

  it('pins every direct dependency exactly', () => {
    const ranges = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.overrides });
    expect(ranges.filter(([, range]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(range))).toEqual([]);
  });

  it('holds every optional package, also of other platforms: npm ci refuses it otherwise', () => {
    const found = (from: string, name: string): boolean => {
      const folder = from === '' ? '' : `${from}/`;
      if (packages[`${folder}node_modules/${name}`]) return true;
      return from !== '' && found(from.slice(0, Math.max(0, from.lastIndexOf('node_modules/') - 1)), name);
    };
    const missing = Object.entries(packages).flatMap(([key, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !found(key, name)),
    );
    expect(missing).toEqual([]);
  });

  it('names no registry: packages come from whichever the machine is set to', () => {
    expect(readFileSync(`${root}/package-lock.json`, 'utf8')).not.toContain('"resolved"');
  });

  it('has a decision for every package that brings an install script', () => {
    const withScript = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript);
    const undecided = withScript
      .map(([key]) => nameOf(key))
      .filter((name) => manifest.allowScripts[name] === undefined);
    expect([...new Set(undecided)]).toEqual([]);
    expect(manifest.allowScripts['node']).toBe(true);
  });
});
