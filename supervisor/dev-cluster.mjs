import { parseArgs } from 'node:util';
import { bootCluster } from './cluster.mjs';
import { Refusal, refuse } from './refusal.mjs';

/**
 * A throwaway PostgreSQL for whoever works on migrations or queries:
 * `node supervisor/dev-cluster.mjs --home DIR` prints {"adminUrl"} and runs until it is stopped.
 */
try {
  const { values } = parseArgs({ options: { home: { type: 'string' }, verbose: { type: 'boolean' } } });
  if (!values.home) throw new Refusal('No folder given.', 'node supervisor/dev-cluster.mjs --home DIR');
  const cluster = await bootCluster({
    home: values.home,
    throwaway: true,
    log: values.verbose ? (text) => process.stderr.write(text) : undefined,
  });
  process.stdout.write(JSON.stringify({ adminUrl: cluster.adminUrl('postgres') }) + '\n');
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.once(signal, () => void cluster.stop());
  await cluster.ended;
  process.exit(0);
} catch (error) {
  refuse(error);
}
