import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    name: 'pages',
    environment: 'jsdom',
    include: ['app/**/*.spec.{ts,tsx}', 'server/**/*.spec.mjs'],
    setupFiles: ['app/test/setup.ts'],
    // No test here asserts a time; a busy machine may take it.
    testTimeout: 60_000,
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
});
