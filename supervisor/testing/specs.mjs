import { join } from 'node:path';
import { toolPath } from '../build.mjs';
import { CHECKOUT } from '../settings.mjs';
import { runReported } from './run-reported.mjs';

/** What a developer's own settings would change in the specs. */
const OWN_SETTINGS =
  /^(PORT|HOST|PUBLIC_URL|PART164_HOME|DATABASE_\w+|QUEUE_URL|DEMO|DEMO_PASSWORD|LOG_LEVEL|NODE_ENV)$/;

/**
 * @param {object} options
 * @param {string[]} options.projects of vitest.config.ts
 * @param {string[]} options.filters
 * @param {Record<string, string>} options.variables
 * @param {string} options.folder for the report
 */
export function runSpecs({ projects, filters, variables, folder }) {
  return runReported({
    name: 'Vitest',
    args: [
      toolPath(CHECKOUT, 'vitest', 'vitest'),
      'run',
      '--passWithNoTests',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=default',
      `--reporter=${join(CHECKOUT, 'supervisor', 'testing', 'vitest-report.mjs')}`,
      ...filters,
    ],
    env: { ...withoutOwnSettings(process.env), ...variables },
    report: join(folder, 'specs.json'),
  });
}

/** @param {NodeJS.ProcessEnv} env */
export function withoutOwnSettings(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !OWN_SETTINGS.test(name)));
}
