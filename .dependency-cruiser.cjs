/**
 * The walls of the house (docs: promises 7 and 8 of the architecture), checked on every import.
 * @type {import('dependency-cruiser').IConfiguration}
 */
module.exports = {
  forbidden: [
    {
      name: 'http-uses-application',
      comment: 'A controller calls a use case or a read model; rows are none of its business.',
      severity: 'error',
      from: { path: '^backend/src/.*/http/' },
      to: { path: '^backend/src/.*/persistence/' },
    },
    {
      name: 'modules-meet-at-index',
      comment: "Another module's index.ts is its only door; its spec kit is open to specs.",
      severity: 'error',
      from: { path: '^backend/src/modules/([^/]+)/' },
      to: {
        path: '^backend/src/modules/[^/]+/',
        pathNot: ['^backend/src/modules/$1/', '^backend/src/modules/[^/]+/index\\.ts$', '\\.spec-kit\\.ts$'],
      },
    },
    {
      name: 'spec-kits-are-for-specs',
      severity: 'error',
      from: { path: '^backend/src/', pathNot: '\\.spec\\.ts$|\\.spec-kit\\.ts$|^backend/src/testing/' },
      to: { path: '\\.spec-kit\\.ts$' },
    },
    {
      name: 'platform-knows-no-module',
      comment: 'The platform serves every module and names none.',
      severity: 'error',
      from: { path: '^backend/src/platform/' },
      to: { path: '^backend/src/modules/' },
    },
    {
      name: 'domain-is-pure',
      comment:
        'Rules are functions on plain data: they import their own domain and the kernel, nothing from npm or node.',
      severity: 'error',
      from: { path: '^backend/src/modules/([^/]+)/domain/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^backend/src/modules/$1/domain/', '^backend/src/platform/kernel/'] },
    },
    {
      name: 'kernel-is-pure',
      comment: 'The kernel is what domains may lean on, so it leans on nothing.',
      severity: 'error',
      from: { path: '^backend/src/platform/kernel/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^backend/src/platform/kernel/' },
    },
    {
      name: 'migrations-and-journeys-stand-alone',
      comment:
        'A migration must do the same in ten years; a journey knows only what people see; seeds are data, which their specs hold against the code that reads them.',
      severity: 'error',
      from: { path: '^(migrations|e2e|seed)/', pathNot: '^seed/.*\\.spec\\.ts$' },
      to: { path: '^(backend|frontend)/' },
    },
    {
      name: 'pages-meet-the-backend-by-http',
      comment:
        'The typed client is generated from openapi.json; nothing else is shared but the packs, which are data.',
      severity: 'error',
      from: { path: '^frontend/' },
      to: { path: '^(backend|migrations|seed|supervisor)/', pathNot: '^seed/reference/.*\\.json$' },
    },
    {
      name: 'backend-knows-no-page',
      severity: 'error',
      from: { path: '^backend/' },
      to: { path: '^(frontend|e2e|supervisor)/' },
    },
    {
      name: 'supervisor-runs-what-is-built',
      comment: 'It must work before anything is installed or built.',
      severity: 'error',
      from: { path: '^supervisor/' },
      to: { path: '^(backend|frontend|migrations|seed|e2e)/' },
    },
    {
      name: 'no-circle',
      comment:
        'Files that need each other to load are one file, or one of them knows too much. Types do not count.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'shipped-code-needs-no-test-tool',
      severity: 'error',
      from: {
        path: '^(backend/src|frontend/app|migrations/src)/',
        pathNot: '\\.spec\\.tsx?$|^backend/src/testing/|^frontend/app/test/|\\.spec-kit\\.ts$',
      },
      to: { path: '(^|/)node_modules/(vitest|supertest|fast-check|@testing-library|@playwright)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|build|\\.react-router|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.js', '.cjs', '.json'],
    },
  },
};
