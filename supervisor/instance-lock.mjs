import { join } from 'node:path';
import { takeLock } from './lock.mjs';
import { Refusal } from './refusal.mjs';

/** The file that says which process uses a home folder. @param {string} home */
export function instanceFile(home) {
  return join(home, 'instance.json');
}

/**
 * One instance for each home folder: the second one says who is first and leaves it alone.
 * @param {string} home
 * @param {Record<string, unknown> & { command: string }} details
 * @returns {import('./lock.mjs').Lock}
 */
export function lockHome(home, details) {
  const result = takeLock(instanceFile(home), details);
  if ('lock' in result) return result.lock;
  const { pid, url, command, startedAt } = result.holder;
  const since =
    typeof startedAt === 'string' && startedAt
      ? ` since ${startedAt.slice(0, 19).replace('T', ' ')} UTC`
      : '';
  throw new Refusal(
    `${command === 'start' ? 'Part164 already runs' : `\`part164 ${command}\` is at work`} in PART164_HOME=${home}: process ${pid}${since}${url ? `, at ${url}` : ''}.`,
    url
      ? `open ${url}; to start anew, stop process ${pid} first; for a second instance set PART164_HOME and PORT.`
      : `wait for process ${pid} or stop it; for a second instance set PART164_HOME and PORT.`,
  );
}
