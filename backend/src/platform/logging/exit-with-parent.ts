import { log } from './log.js';

/** A process whose supervisor is gone must not live on: the IPC channel between them closes with it. */
export function exitWithParent(close: () => Promise<unknown>): void {
  if (!process.connected) return;
  process.once('disconnect', () => {
    log.warn('the supervisor is gone: stopping');
    void close().finally(() => process.exit(0));
  });
}
