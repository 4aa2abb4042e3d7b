import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequestHandler } from '@react-router/express';
import express from 'express';

/** Serves the built assets and renders every other address; in development the same through Vite. */
export async function attachApp(app, { server, root, development }) {
  if (development) return attachDevelopment(app, { server, root });

  const built = join(root, 'build/server/index.js');
  if (!existsSync(built)) {
    throw new Error('frontend/build is missing: run `npm run build -w frontend` first.');
  }
  const client = join(root, 'build/client');
  // File names in /assets carry a hash of their content.
  app.use(
    '/assets',
    express.static(join(client, 'assets'), {
      setHeaders: keptFor('public, max-age=31536000, immutable'),
      fallthrough: false,
    }),
  );
  app.use(
    express.static(client, { setHeaders: keptFor('public, max-age=3600'), index: false, redirect: false }),
  );
  app.use(createRequestHandler({ build: () => import(pathToFileURL(built).href), mode: 'production' }));
}

/** Over the rule that nothing is kept, which every answer begins with: Express leaves a rule that stands as it is. */
function keptFor(rule) {
  return (response) => response.setHeader('cache-control', rule);
}

async function attachDevelopment(app, { server, root }) {
  const { createServer } = await import('vite');
  const vite = await createServer({
    root,
    configFile: join(root, 'vite.config.ts'),
    appType: 'custom',
    server: { middlewareMode: true, hmr: { server } },
  });
  app.use(vite.middlewares);
  app.use(
    createRequestHandler({
      build: () => vite.environments.ssr.runner.import('virtual:react-router/server-build'),
      mode: 'development',
    }),
  );
}
