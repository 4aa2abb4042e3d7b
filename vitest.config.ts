import swc from 'unplugin-swc';
import { defineConfig } from 'vitest/config';

/** Specs that ask a real PostgreSQL: `npm test` boots one and makes a migrated template database. */
const WITH_DATABASE = [
  '**/*.db.spec.ts',
  '**/*.api.spec.ts',
  '**/*.access.spec.ts',
  '**/*.tenancy.spec.ts',
  '**/jobs/*.spec.ts',
  'migrations/**/schema.spec.ts',
];
const NEVER = ['**/node_modules/**', '**/dist/**', '**/build/**', '.cache/**', '.part164/**'];

/** Nest injects by type, which needs the metadata that tsc and SWC write and esbuild does not. */
const decorators = () =>
  swc.vite({
    tsconfigFile: false,
    module: { type: 'es6' },
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      keepClassNames: true,
    },
  });

/** One kind after the other (`groupOrder`): those with a database want both cores for themselves. */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [decorators()],
        test: {
          name: 'unit',
          sequence: { groupOrder: 1 },
          isolate: false,
          maxWorkers: 2,
          // No test here asserts a time; a busy machine may take it.
          testTimeout: 60_000,
          include: ['{backend,seed,migrations}/**/*.spec.ts', 'supervisor/**/*.spec.mjs'],
          exclude: [...NEVER, ...WITH_DATABASE, 'supervisor/lifecycle.spec.mjs'],
        },
      },
      {
        plugins: [decorators()],
        test: {
          name: 'database',
          include: WITH_DATABASE.map((pattern) =>
            pattern.startsWith('migrations') ? pattern : `{backend,migrations,seed}/${pattern}`,
          ),
          exclude: NEVER,
          pool: 'forks',
          // Each file has its own database; loading the whole backend anew for each took most of the time.
          isolate: false,
          sequence: { groupOrder: 2 },
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
      'frontend/vitest.config.ts',
      {
        test: {
          name: 'lifecycle',
          include: ['supervisor/lifecycle.spec.mjs'],
          pool: 'forks',
          sequence: { groupOrder: 3 },
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
