import { NestFactory, DiscoveryService, Reflector } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { DynamicModule } from '@nestjs/common';
import { listRoutes, refuseUndeclared } from '../access/route-table.js';
import { log } from '../logging/log.js';
import { OpenApiText } from './openapi.controller.js';
import { openApiDocument } from './openapi.js';
import { requestContext } from './request-context.middleware.js';
import { responseHeaders } from './response-headers.js';

const MOST_JSON = '2mb';
/** Longer than the UI's server keeps an idle connection: that side ends it, so no call is written into one that ends. */
const IDLE_MS = 75_000;
/** Roots that are no part of the API: probes ask for them. */
const ROOT_PATHS = ['healthz', 'readyz'];

/** The API, ready to listen; refuses to start when a route declares no access. */
export async function createApp(module: DynamicModule): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(module, {
    bodyParser: false,
    abortOnError: false,
    logger: {
      log: () => undefined,
      warn: (message: unknown) => log.warn(String(message)),
      error: (message: unknown) => log.error(String(message)),
    },
    // The more specific path answers first, wherever it is declared: `/assets/:id` cannot swallow `/assets/export.csv`.
    routeResolutionStrategy: 'specificity',
    routeConflictPolicy: { duplicate: 'error' },
  });
  app.disable('x-powered-by');
  app.set('etag', false);
  // The UI's server stands before us and says where the request came from.
  app.set('trust proxy', 'loopback');
  app.use(requestContext);
  app.use(responseHeaders);
  app.useBodyParser('json', { limit: MOST_JSON });
  app.setGlobalPrefix('api/v1', { exclude: ROOT_PATHS });
  app.enableShutdownHooks();
  app.getHttpServer().keepAliveTimeout = IDLE_MS;
  refuseUndeclared(listRoutes(app.get(DiscoveryService), app.get(Reflector)));
  await app.init();
  app.get(OpenApiText).publish(() => openApiDocument(app));
  return app;
}
