import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    name: 'pages',
    environment: 'jsdom',
    // Loading the components anew for each file took most of the time; each test cleans up behind itself.
    isolate: false,
    maxWorkers: 2,
    include: ['app/**/*.spec.{ts,tsx}', 'server/**/*.spec.mjs'],
    setupFiles: ['app/test/setup.ts'],
    // No test here asserts a time; a busy machine may take it.
    testTimeout: 60_000,
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
});
