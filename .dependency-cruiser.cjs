/** Layer rules: who may import whom. The reason stands in each rule's comment. */
const layers = [
  'activities',
  'bench',
  'config',
  'content',
  'contracts',
  'db',
  'domain',
  'scripts',
  'tests',
  'threads',
  'web',
  'worker',
  'workflows',
];
const specs = '\\.spec\\.tsx?$|/fixtures/|^domain/testing/';
const others = (...allowed) => layers.filter((name) => !allowed.includes(name)).map((name) => `^${name}/`);
const npm = '^node_modules/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment:
        'The rules are a pure function of state, command and time: they know no store, no framework, no clock, no package.',
      severity: 'error',
      from: { path: '^domain/', pathNot: specs },
      to: { path: [...others('domain'), npm] },
    },
    {
      name: 'calendar-stands-alone',
      comment: 'Civil time in Québec has nothing to do with disputes.',
      severity: 'error',
      from: { path: '^domain/calendar/', pathNot: specs },
      to: { path: '^domain/(?!calendar/)' },
    },
    {
      name: 'access-knows-no-dossier',
      comment: 'The access table reads the little that its view of a dossier names, so that the rules may ask it.',
      severity: 'error',
      from: { path: '^domain/access/', pathNot: specs },
      to: { path: '^domain/(?!calendar/|access/|(actor|known-values)\\.ts$)' },
    },
    {
      name: 'dossier-knows-no-visibility',
      comment: 'Who may know of an event is asked about a dossier, never by it.',
      severity: 'error',
      from: { path: '^domain/dossier/', pathNot: specs },
      to: { path: '^domain/(visibility|mail|agreement|problem)/' },
    },
    {
      name: 'domain-needs-no-machine',
      comment:
        'Node built-ins would tie the rules to a process; they also run in the workflow sandbox and in the browser.',
      severity: 'error',
      from: { path: '^domain/', pathNot: specs },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'contracts-know-only-domain',
      comment:
        'Names and types that several processes share: whoever imports them must not drag a layer in. Schemas may add zod, and one of them the plans of telephone numbers.',
      severity: 'error',
      from: { path: '^contracts/', pathNot: specs },
      to: { path: [...others('contracts', 'domain'), `${npm}(?!zod/|libphonenumber-js/)`] },
    },
    {
      name: 'messages-are-types-and-names',
      comment:
        'Workflow code imports contracts/messages: zod there costs half a megabyte of memory for every running dossier.',
      severity: 'error',
      from: { path: '^contracts/messages/', pathNot: specs },
      to: { path: `${npm}|^contracts/schemas/`, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'workflows-are-deterministic',
      comment: 'Replayed for years: the same history must give the same commands. Activities come in as types only.',
      severity: 'error',
      from: { path: '^workflows/', pathNot: specs },
      to: {
        path: ['^(db|activities|config|content|web|worker|scripts|tests|threads)/', `${npm}zod/`],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'workflows-need-no-machine',
      comment: 'The sandbox refuses Node built-ins, at run time and with a poor message.',
      severity: 'error',
      from: { path: '^workflows/', pathNot: specs },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?assert$' },
    },
    {
      name: 'activities-know-no-surface',
      comment:
        'Activities are plumbing under the workflow: they know stores, texts and rules, and neither pages nor processes.',
      severity: 'error',
      from: { path: '^activities/', pathNot: specs },
      to: { path: ['^(web|worker|scripts|tests|workflows)/'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'routes-are-glue',
      comment:
        'Pages reach the platform through the services of their context only, types included: so they outlive their framework and cannot read around the access table.',
      severity: 'error',
      from: { path: '^web/app/', pathNot: specs },
      to: {
        path: [
          '^(db|activities|worker|workflows|config|scripts|tests|threads)/',
          `${npm}(@temporalio|@mikro-orm|kysely|pg)/`,
        ],
      },
    },
    {
      name: 'pages-know-the-server-by-its-types',
      comment:
        'What the server does comes to pages through their context; presenters name the types of what it reads, and ask it nothing.',
      severity: 'error',
      from: { path: '^web/app/', pathNot: specs },
      to: { path: '^web/server/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'dossiers-are-read-without-words',
      comment:
        'What the server reads of a dossier is codes, instants, sums and names, the same for every language; the presenters of its pages word it. Lists say which codes there are.',
      severity: 'error',
      from: { path: '^web/server/services/(dossier/|office/dossiers\\.ts$)', pathNot: specs },
      to: { path: '^content/(?!lists/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'web-does-not-run-the-worker',
      comment: 'Web and worker are two processes that meet in PostgreSQL and Temporal only.',
      severity: 'error',
      from: { path: '^web/', pathNot: specs },
      to: { path: '^(worker|workflows|activities)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'content-is-data',
      comment:
        'What a jurist or a writer edits: texts, lists, models of mails and documents. Only the libraries of documents and of texts are let in, and the address book, for the links of mails.',
      severity: 'error',
      from: { path: '^content/', pathNot: specs },
      to: {
        path: [
          ...others('content', 'contracts', 'domain'),
          '^contracts/(?!pages/)',
          `${npm}(?!docx/|i18next/|@types/)`,
        ],
      },
    },
    {
      name: 'db-knows-only-domain',
      comment: 'Stores are used by the layers above and never call back into them.',
      severity: 'error',
      from: { path: '^db/', pathNot: specs },
      to: { path: ['^(activities|web|worker|workflows|scripts|tests|threads|content)/'] },
    },
    {
      name: 'statements-are-in-db',
      comment:
        'What is asked of PostgreSQL stands in one place, typed by db/schema; layers above call functions that say what they read or write, and begin transactions with inTransaction (docs/adr/0013).',
      severity: 'error',
      from: { path: '^(?!db/|tests/|bench/)', pathNot: specs },
      to: { path: `${npm}(kysely|@mikro-orm)/` },
    },
    {
      name: 'connections-are-in-db',
      comment:
        'A pool is opened by db/orm.ts with the parsers and the time zone that statements count on; others may name its type, to pass it on to a library. Scripts look after servers that have no schema yet.',
      severity: 'error',
      from: { path: '^(?!db/|tests/|bench/|scripts/)', pathNot: specs },
      to: { path: `${npm}(@types/)?pg/`, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'threads-know-no-task',
      comment: 'How work is taken off the event loop, whatever the work: each process names its own tasks.',
      severity: 'error',
      from: { path: '^threads/', pathNot: specs },
      to: { path: others('threads', 'contracts') },
    },
    {
      name: 'worker-is-not-web',
      comment: 'The worker is deployed without the pages.',
      severity: 'error',
      from: { path: '^worker/', pathNot: specs },
      to: { path: '^web/' },
    },
    {
      name: 'product-needs-no-scripts',
      comment: 'Start-up scripts and tests use the product; the product runs without them.',
      severity: 'error',
      from: { path: '^(activities|config|content|contracts|db|domain|threads|web|worker|workflows)/', pathNot: specs },
      to: { path: '^(scripts|tests|bench)/' },
    },
    {
      name: 'test-tools-stay-in-tests',
      comment:
        'domain/testing holds the scenarios that tests and the demonstration play, walks the rules and asks a calendar library: what it needs is not installed where the product runs.',
      severity: 'error',
      from: { pathNot: `${specs}|^(scripts|tests|bench)/` },
      to: { path: '^domain/testing/' },
    },
    {
      name: 'no-cycles',
      comment: 'Two modules that need each other are one, or miss a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-folder-circles',
      comment:
        'A folder is a part: what it needs must not need it. Let be: domain, contracts and content/texts, where only specs, their fixtures and the labels of remedies go back (the rules above give the direction); uploads and compute, where a task of a thread names the code that it runs.',
      severity: 'error',
      scope: 'folder',
      from: {
        path: '^(activities|config|content|contracts|db|domain|threads|web|worker|workflows)(/|$)',
        pathNot: '^domain/|^contracts$|^content/(lists|texts)$|^web/server/(compute|uploads(/kinds)?)$',
      },
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A module that nothing uses is either forgotten or dead.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          specs,
          '\\.d\\.ts$',
          '^[^/]+\\.(config\\.)?(ts|mjs|cjs)$',
          '^\\.dependency-cruiser\\.cjs$',
          '^scripts/[^/]+\\.(ts|mjs)$',
          '^web/app/(root|entry\\.|routes\\.ts)|\\.route\\.tsx$',
          '^tests/kit/global-',
          '^bench/',
        ],
      },
      to: {},
    },
    {
      name: 'resolvable',
      comment: 'An import that resolves nowhere fails only when its line is reached.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^virtual:', '\\?(url|raw)$', '^#build'] },
    },
    {
      name: 'no-undeclared-packages',
      comment: 'A package that is only there because another one needs it may leave any day.',
      severity: 'error',
      from: { pathNot: '^(tests|scripts|bench)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|node_modules/\\.cache|\\.data|coverage|screenshots|web/public)/' },
    includeOnly: [
      `^(${layers.join('|')})/`,
      '^[^/]+\\.(ts|mjs)$',
      '^node_modules/',
      '^(node:)?[a-z_/]+$',
      '^\\.{1,2}/',
      '^#',
    ],
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
    },
  },
};
