import { builtinModules } from 'node:module';
import tseslint from 'typescript-eslint';

const clockAndChance = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Take `now` as a parameter.' },
  { selector: "CallExpression[callee.name='Date']", message: 'Take `now` as a parameter.' },
];

/** A body is read once, by what counts its bytes and fields (web/app/forms/form-data.ts, web/server/uploads/multipart.ts). */
const unboundedBodies = ['formData', 'json', 'text', 'arrayBuffer', 'blob', 'bytes', 'clone'].flatMap((method) => {
  const message = 'Read forms with readForm or readFields: they are bounded, and read once.';
  return [
    `CallExpression[callee.property.name='${method}'][callee.object.name=/^(request|req|body|copy)$/]`,
    `CallExpression[callee.property.name='${method}'][callee.object.property.name='request']`,
    ...(method === 'formData' || method === 'clone' ? [`CallExpression[callee.property.name='${method}']`] : []),
  ].map((selector) => ({ selector, message }));
});

/** Statements are written under db/, where the layer rules keep their libraries (docs/adr/0013). */
const statements = [
  'CallExpression[callee.property.name=/^(selectFrom|insertInto|updateTable|deleteFrom|mergeInto|executeQuery)$/]',
  "TaggedTemplateExpression[tag.name='sql']",
].map((selector) => ({
  selector,
  message: 'Write statements under db/, in functions that say what they read or write.',
}));
/** A statement that has to wait for a lock reads the rows that it joins as they were before it waited: it locks, and another one reads. */
const joinedLocks = [
  'CallExpression[callee.property.name=/^for(NoKeyUpdate|Update|Share|KeyShare)$/][arguments.length>0]',
  'TemplateElement[value.raw=/for (no key update|update|share|key share) of/i]',
].map((selector) => ({
  selector,
  message: 'Lock in a statement of its own, then read in another (docs/code-style.md).',
}));
const transactions = {
  selector: 'CallExpression[callee.property.name=/^(transaction|startTransaction|transactional)$/]',
  message: 'Begin transactions with inTransaction (db/transaction.ts).',
};

/** The Office's days are Québec's: in the evening there, an instant in UTC and the database's own day are of tomorrow. */
const daysElsewhere = [
  "CallExpression[callee.property.name='slice'][callee.object.callee.property.name='toISOString'][arguments.0.value=0][arguments.1.value=10]",
  'TemplateElement[value.raw=/current_date/i]',
  'Literal[value=/current_date/i]',
].map((selector) => ({ selector, message: 'A day is one of Québec: todayInQuebec, and dayFromToday in tests.' }));

const nodeBuiltIns = builtinModules
  .filter((name) => !name.startsWith('_') && name !== 'assert')
  .flatMap((name) => [name, `node:${name}`]);

export default tseslint.config(
  { ignores: ['node_modules/**', 'build/**', '.data/**', 'coverage/**', 'screenshots/**', 'web/public/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // An update handler or a route that forgets to wait loses a dossier's act without a word.
      '@typescript-eslint/no-floating-promises': 'error',
      // An async validator is called synchronously by the SDK and its refusal is lost.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none', ignoreRestSiblings: true },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    // The configuration is read and checked once, at boot, with every problem named (config/env.ts).
    files: ['**/*.{ts,tsx}'],
    ignores: ['config/**', 'scripts/**', 'tests/**', 'bench/**', 'vite.config.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only config/ reads the environment.' },
      ],
    },
  },
  {
    // The rules are functions of state, command and time: nothing else may move them.
    files: ['domain/**/*.{ts,tsx}'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only config/ reads the environment.' },
        { object: 'Date', property: 'now', message: 'Take `now` as a parameter.' },
        { object: 'Math', property: 'random', message: 'Rules do not draw lots: take the value as a parameter.' },
        { object: 'performance', property: 'now', message: 'Take `now` as a parameter.' },
        { object: 'crypto', property: 'randomUUID', message: 'Take the id as a parameter.' },
      ],
      'no-restricted-syntax': ['error', ...clockAndChance, ...daysElsewhere],
    },
  },
  {
    files: ['web/**/*.{ts,tsx}'],
    ignores: ['web/app/forms/form-data.ts', '**/*.spec.{ts,tsx}'],
    rules: { 'no-restricted-syntax': ['error', ...unboundedBodies, ...statements, transactions, ...daysElsewhere] },
  },
  {
    files: ['{activities,config,scripts,threads,worker}/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', ...statements, transactions, ...daysElsewhere] },
  },
  {
    files: ['db/**/*.ts'],
    ignores: ['db/transaction.ts', '**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', ...joinedLocks, transactions, ...daysElsewhere] },
  },
  {
    // More than what it works with and two things asked reads as a row of blanks: name them in one object. Libraries that
    // call us with more have their reason beside the line.
    files: ['**/*.{ts,tsx,mjs}'],
    rules: { 'max-params': ['error', 3] },
  },
  {
    // Workflow code is replayed: the same history must give the same commands on every worker, for years.
    files: ['workflows/**/*.{ts,tsx}'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': ['error', { paths: nodeBuiltIns, patterns: ['fs/*', 'node:fs/*'] }],
      'no-restricted-globals': ['error', { name: 'Temporal', message: 'Not made deterministic by the SDK.' }],
    },
  },
  {
    // Express and React hand promises to what expects none; tests throw literals and reach into anything on purpose.
    files: ['tests/**/*.{ts,tsx}', '**/*.spec.{ts,tsx}'],
    rules: { '@typescript-eslint/no-explicit-any': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['{tests,bench}/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...daysElsewhere] },
  },
);
