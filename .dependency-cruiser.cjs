/**
 * The floors of the house, from the ground up: schema, subgraphs/kit, the partners, the rooms of the gateway, and what
 * composes them. What is not allowed here fails the build.
 */
const STEPS = 'identity|context|convenant|decide|prune|federation|guard|register|release|http|introspection|hubgraph';

module.exports = {
  forbidden: [
    {
      name: 'schema-stands-on-nothing',
      comment: 'The contract of the graph imports nothing of ours.',
      severity: 'error',
      from: { path: '^schema/' },
      to: { path: '^(gateway|subgraphs|test)/' },
    },
    {
      name: 'kit-stands-on-schema',
      severity: 'error',
      from: { path: '^subgraphs/kit/', pathNot: '^subgraphs/kit/emit' },
      to: { path: '^(gateway|test|subgraphs/(police|care|municipality))/' },
    },
    {
      name: 'partner-stands-on-kit-and-schema',
      comment: 'A partner knows nothing of the gateway, and nothing of another partner.',
      severity: 'error',
      from: { path: '^subgraphs/(police|care|municipality)/' },
      to: { path: '^(gateway|test|subgraphs)/', pathNot: '^subgraphs/(kit|$1)/' },
    },
    {
      name: 'step-knows-no-sibling',
      comment: 'Each room of the gateway imports schema and libraries; request.ts leads from one to the next.',
      severity: 'error',
      from: { path: `^gateway/(${STEPS})/` },
      to: { path: '^(gateway|subgraphs|test)/', pathNot: '^gateway/$1/' },
    },
    {
      name: 'gateway-knows-no-partner',
      comment: 'Only the demo and the command line may read the synthetic world.',
      severity: 'error',
      from: { path: '^gateway/', pathNot: '^gateway/(demo|cli)/' },
      to: { path: '^subgraphs/' },
    },
    {
      name: 'doors-know-the-synthetic-world-only',
      severity: 'error',
      from: { path: '^gateway/(demo|cli)/' },
      to: { path: '^subgraphs/', pathNot: '^subgraphs/kit/synthetic/' },
    },
    {
      name: 'request-is-below-hub-and-main',
      severity: 'error',
      from: {
        path: '^gateway/(request|fetching|registering|refusing|writeDown|registeredOperations|checkAsked|everVisible|typesFor|tellHub|guardFederation|readQuestion)\\.ts$',
      },
      to: { path: '^gateway/(hub\\.ts|main\\.ts|settings\\.ts|cli/|demo/)' },
    },
    {
      name: 'rules-are-below-request',
      comment: 'A revision of the rules is made from convenant and decide, and knows no request.',
      severity: 'error',
      from: { path: '^gateway/regels/' },
      to: { path: '^gateway/', pathNot: '^gateway/(regels|convenant|decide)/' },
    },
    {
      name: 'inzage-stands-on-the-rules',
      comment:
        'What looks into the rules decides nothing and asks nothing: it reads them, and what was pruned by them.',
      severity: 'error',
      from: { path: '^gateway/inzage/' },
      to: {
        path: '^(gateway|subgraphs|test)/',
        pathNot: '^gateway/((inzage|convenant|decide)/|prune/decideVeld\\.ts$)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'hub-is-below-main',
      severity: 'error',
      from: { path: '^gateway/hub\\.ts$' },
      to: { path: '^gateway/(main|cli|demo|production)' },
    },
    {
      name: 'verifier-knows-no-writer',
      comment: 'The register is re-derived by code that did not write it.',
      severity: 'error',
      from: { path: '^gateway/register/verif' },
      to: { path: '^gateway/register/', pathNot: '^gateway/register/verif' },
    },
    {
      name: 'test-of-operation-is-independent',
      comment: 'What was decided is decided again by code that shares nothing with what decided it.',
      severity: 'error',
      from: { path: '^gateway/register/toets/' },
      to: {
        path: '^(gateway|subgraphs|schema|test)/',
        pathNot: '^gateway/register/toets/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'oracle-is-independent',
      comment: 'The naive reader shares no code with what it judges.',
      severity: 'error',
      from: { path: '^test/oracle/' },
      to: { path: '^(gateway|subgraphs|schema)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'tracing-stands-in-one-place',
      comment: 'What a span can tell is one list, and nothing goes around it.',
      severity: 'error',
      from: { path: '^(gateway|subgraphs|schema)/', pathNot: '^schema/tracing/' },
      to: { path: '^node_modules/@opentelemetry/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-dev-in-product',
      severity: 'error',
      from: { path: '^(gateway|subgraphs|schema)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^\\.ketenhub' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    reporterOptions: { archi: { collapsePattern: '^(gateway|subgraphs|schema|test)(/[^/]+)?' } },
  },
};
