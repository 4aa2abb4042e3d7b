import { logLine } from './log.mjs';

const GRACE_MS = 2_500;

/** Finishes what is being answered, then leaves; also leaves when the process that started us is gone. */
export function closeOnSignal(server) {
  let closing = false;
  const close = (reason) => {
    if (closing) return;
    closing = true;
    logLine('closing', { reason });
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => {
      server.closeAllConnections();
      process.exit(0);
    }, GRACE_MS).unref();
  };
  process.on('SIGTERM', () => close('SIGTERM'));
  process.on('SIGINT', () => close('SIGINT'));
  if (process.send) process.on('disconnect', () => close('parent is gone'));
}
