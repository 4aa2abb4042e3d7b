import { pino, stdSerializers, type LoggerOptions } from 'pino';

/** Of an error, its kind, code, message and stack: a driver's error carries the values of the row that failed. */
function errorWithoutValues(error: Error): object {
  const { type, message, stack } = stdSerializers.err(error);
  const { code } = error as { code?: unknown };
  return { type, message, stack, ...(typeof code === 'string' ? { code } : {}) };
}

/** One JSON line an event. What may hold secrets or PHI is never handed over; this list is the net below that. */
export const logOptions: LoggerOptions = {
  level: process.env['LOG_LEVEL'] ?? 'info',
  base: { process: process.argv[1]?.endsWith('worker.js') ? 'worker' : 'backend' },
  serializers: { err: errorWithoutValues },
  redact: {
    paths: [
      'password',
      '*.password',
      'currentPassword',
      '*.currentPassword',
      'newPassword',
      '*.newPassword',
      'token',
      '*.token',
      'cookie',
      '*.cookie',
      'authorization',
      '*.authorization',
    ],
    censor: '[kept out]',
  },
};

export const log = pino(logOptions);
