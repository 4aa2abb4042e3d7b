import { pino } from 'pino';

/** One JSON line an event. What may hold secrets or PHI is never handed over; this list is the net below that. */
export const log = pino({
  level: process.env['LOG_LEVEL'] ?? 'info',
  base: { process: process.argv[1]?.endsWith('worker.js') ? 'worker' : 'backend' },
  redact: {
    paths: ['password', '*.password', 'token', '*.token', 'cookie', '*.cookie', 'authorization', '*.authorization', 'err.parameters', 'err.query', 'err.driverError'],
    censor: '[kept out]',
  },
});
