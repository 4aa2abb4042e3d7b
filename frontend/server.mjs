// The one public door: pages are rendered here, /api/v1 and the health checks are carried to the backend.
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import compression from 'compression';
import express from 'express';
import { attachApp } from './server/app-handler.mjs';
import { createBackendProxy } from './server/backend-proxy.mjs';
import { readEnvironment } from './server/environment.mjs';
import { closeOnSignal } from './server/lifecycle.mjs';
import { logLine } from './server/log.mjs';
import { securityHeaders } from './server/security-headers.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const environment = readEnvironment(process.env);

const app = express();
const server = createServer(app);
// Longer than the balancers that stand before us keep an idle connection, commonly a minute: they end it, not we.
server.keepAliveTimeout = 75_000;
app.disable('x-powered-by');
app.disable('etag');
// Only a proxy on this machine or on a private network may say who the caller is.
app.set('trust proxy', ['loopback', 'linklocal', 'uniquelocal']);

app.use(securityHeaders(environment));
app.use(createBackendProxy(environment.backendUrl));
app.use(compression({ threshold: 1024 }));
await attachApp(app, { server, root, development: environment.development });

closeOnSignal(server);
server.listen(environment.port, environment.host, () => {
  logLine('listening', { url: environment.publicUrl, host: environment.host, port: server.address().port });
});
server.on('error', (error) => {
  const fix =
    error.code === 'EADDRINUSE'
      ? `Port ${environment.port} is taken: stop what uses it or set PORT to a free port.`
      : 'Set HOST and PORT to an address that this machine may listen on.';
  logLine('failed', { code: error.code, message: error.message, fix });
  process.exit(1);
});
