import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));

/** The documents are laid out in a process of their own, so they are built apart from the pages. */
export async function buildDocuments(mode: 'production' | 'development' = 'production'): Promise<void> {
  await build({
    root,
    configFile: false,
    mode,
    logLevel: 'warn',
    publicDir: false,
    resolve: { tsconfigPaths: true },
    build: {
      ssr: 'app/documents/rendering/render-process.ts',
      outDir: 'build/documents',
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'render-process.js' } },
    },
  });
}
