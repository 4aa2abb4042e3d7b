import 'reflect-metadata';
import { AppModule } from './app.module.js';
import { parseConfig } from './platform/config/config.js';
import { createApp } from './platform/http/create-app.js';
import { log } from './platform/logging/log.js';
import { exitWithParent } from './platform/logging/exit-with-parent.js';

/** The API process. */
try {
  const config = parseConfig(process.env);
  const app = await createApp(AppModule.with(config));
  await app.listen(config.BACKEND_PORT, config.BACKEND_HOST);
  exitWithParent(() => app.close());
  log.info({ event: 'listening', port: config.BACKEND_PORT }, 'backend ready');
} catch (error) {
  log.fatal({ err: error }, 'backend did not start');
  process.exit(1);
}
