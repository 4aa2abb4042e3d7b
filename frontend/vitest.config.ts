import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    name: 'pages',
    environment: 'jsdom',
    include: ['app/**/*.spec.{ts,tsx}', 'server/**/*.spec.mjs'],
    setupFiles: ['app/test/setup.ts'],
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
});
