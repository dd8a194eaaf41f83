/**
 * Six projects, from the cheapest to the dearest. `npm test -- unit domain/dossier` runs one of them on one folder.
 * Needs `NODE_OPTIONS=--experimental-vm-modules` (MikroORM 7 is ESM only); scripts/test.ts sets it.
 */
const swc = (tsx) => [
  '@swc/jest',
  {
    swcrc: false,
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', tsx, importAttributes: true },
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

const folders = 'activities,bench,config,content,contracts,db,domain,scripts,threads,web,worker,workflows';

const shared = {
  rootDir: import.meta.dirname ?? new URL('.', import.meta.url).pathname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.ts$': swc(false), '\\.tsx$': swc(true) },
  moduleFileExtensions: ['ts', 'tsx', 'mjs', 'cjs', 'js', 'jsx', 'json', 'node'],
  modulePathIgnorePatterns: ['<rootDir>/build/', '<rootDir>/.data/', '<rootDir>/screenshots/'],
  testPathIgnorePatterns: ['/node_modules/'],
};

/** Real servers, started once a run: see tests/kit/global-setup.ts. */
const withServers = {
  ...shared,
  globalSetup: '<rootDir>/tests/kit/global-setup.ts',
  globalTeardown: '<rootDir>/tests/kit/global-teardown.ts',
};

/** @type {import('jest').Config} */
export default {
  testTimeout: 120_000,
  testSequencer: '<rootDir>/tests/kit/longest-first.mjs',
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: [
        `<rootDir>/{${folders}}/**/*.spec.{ts,tsx}`,
        '<rootDir>/tests/security/advisory-floors.spec.ts',
        '<rootDir>/tests/{scripts,security,integration}/**/*.static.spec.ts',
      ],
    },
    { ...shared, displayName: 'replay', testMatch: ['<rootDir>/tests/replay/**/*.spec.ts'] },
    {
      ...withServers,
      displayName: 'integration',
      testMatch: ['<rootDir>/tests/{integration,security}/**/*.spec.{ts,tsx}'],
      testPathIgnorePatterns: [
        '/node_modules/',
        'advisory-floors\\.spec\\.ts$',
        '\\.static\\.spec\\.ts$',
        'one-request\\.spec\\.ts$',
      ],
    },
    // Starts, stops and kills whole processes, and mostly waits for them.
    {
      ...withServers,
      displayName: 'processes',
      testMatch: ['<rootDir>/tests/{chaos,scripts}/**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '\\.static\\.spec\\.ts$'],
    },
    // Measures how long a process is held: nothing else may run beside it.
    { ...withServers, displayName: 'held', testMatch: ['<rootDir>/tests/security/one-request.spec.ts'] },
    { ...withServers, displayName: 'e2e', testMatch: ['<rootDir>/tests/e2e/**/*.spec.ts'] },
  ],
};
