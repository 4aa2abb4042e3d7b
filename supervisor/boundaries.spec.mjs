import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toolPath } from './build.mjs';
import { runTool } from './run-tool.mjs';
import { CHECKOUT } from './settings.mjs';

const PARTS = ['backend/src', 'frontend/app', 'frontend/server', 'migrations', 'seed', 'e2e', 'supervisor'];

/** Imports that must not be, and the rule that catches each. */
const PLANTED = [
  [
    'backend/src/modules/risks/http/risks.controller.ts',
    '../persistence/risk.repository.js',
    'http-uses-application',
  ],
  [
    'backend/src/platform/identity/http/session.controller.ts',
    '../persistence/session.repository.js',
    'http-uses-application',
  ],
  [
    'backend/src/modules/risks/application/add-risk.ts',
    '../../inventory/application/add-asset.js',
    'modules-meet-at-index',
  ],
  ['backend/src/platform/jobs/job-runner.ts', '../../modules/risks/index.js', 'platform-knows-no-module'],
  ['backend/src/modules/risks/domain/score.ts', 'node:fs', 'domain-is-pure'],
  ['backend/src/modules/risks/domain/level.ts', '../application/list-risks.js', 'domain-is-pure'],
  ['backend/src/platform/kernel/clock.ts', '../database/tenant-db.js', 'kernel-is-pure'],
  [
    'migrations/src/migrate.ts',
    '../../backend/src/platform/database/tenant-db.js',
    'migrations-and-journeys-stand-alone',
  ],
  ['e2e/journeys/officer.spec.ts', '../../frontend/app/messages.js', 'migrations-and-journeys-stand-alone'],
  [
    'frontend/app/routes/risks.tsx',
    '../../../backend/src/modules/risks/index.js',
    'pages-meet-the-backend-by-http',
  ],
  ['backend/src/platform/mail/letter.ts', '../../../../frontend/app/messages.js', 'backend-knows-no-page'],
  ['supervisor/start.mjs', '../backend/src/main.js', 'supervisor-runs-what-is-built'],
  [
    'backend/src/modules/risks/application/plan-action.ts',
    '../../inventory/inventory.spec-kit.js',
    'spec-kits-are-for-specs',
  ],
  ['backend/src/platform/outbox/relay.ts', './relay-part.js', 'no-circle'],
];

/** Imports that may be. */
const ALLOWED = [
  ['backend/src/modules/vendors/http/vendors.controller.ts', '../application/list-vendors.js'],
  ['backend/src/modules/vendors/application/list-vendors.ts', '../../risks/index.js'],
  ['backend/src/modules/vendors/domain/due.ts', '../../../platform/kernel/calendar-date.js'],
  ['backend/src/modules/vendors/persistence/vendor.repository.ts', '../../../platform/database/tenant-db.js'],
  ['backend/src/modules/vendors/http/vendors.api.spec.ts', '../../inventory/inventory.spec-kit.js'],
  ['frontend/app/terms.ts', '../../seed/reference/terms/pack.json'],
];

let tree = '';

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'part164-walls-'));
  write('tsconfig.json', '{ "compilerOptions": { "module": "NodeNext" }, "files": ["backend/src/main.ts"] }');
  for (const [file, target] of [...PLANTED, ...ALLOWED]) write(file, `import '${target}';\n`);
  // What they import, where it is not planted itself.
  for (const [file, target] of [...PLANTED, ...ALLOWED]) {
    if (!target.startsWith('.')) continue;
    const path = join(dirname(file), target).replace(/\.js$/, '.ts');
    if (![...PLANTED, ...ALLOWED].some(([other]) => other === path))
      write(path, path.endsWith('.json') ? '{}' : 'export {};\n');
  }
  write('backend/src/platform/outbox/relay-part.ts', `import './relay.js';\n`);
  for (const part of PARTS) mkdirSync(join(tree, part), { recursive: true });
});

afterAll(() => rmSync(tree, { recursive: true, force: true }));

/** @param {string} path @param {string} text */
function write(path, text) {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), text);
}

/**
 * @param {string} folder
 * @returns {Promise<string[]>} e.g. 'no-circle: a.ts → b.ts'
 */
async function violations(folder) {
  const tool = toolPath(CHECKOUT, 'dependency-cruiser', 'depcruise');
  const config = join(CHECKOUT, '.dependency-cruiser.cjs');
  const { stdout, output } = await runTool(
    process.execPath,
    [tool, '--config', config, '-T', 'json', ...PARTS],
    { cwd: folder },
  );
  if (!stdout.startsWith('{')) throw new Error(output);
  /** @type {{ from: string, to: string, rule: { name: string } }[]} */
  const found = JSON.parse(stdout).summary.violations;
  return found.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`);
}

describe('The walls between the parts', () => {
  it('stand: no import of this repository goes through one', async () => {
    expect(await violations(CHECKOUT)).toEqual([]);
  }, 180_000);

  it('catch each import that is planted, and no other', async () => {
    const found = await violations(tree);
    for (const [file, target, rule] of PLANTED) {
      const caught = found.filter((line) => line.startsWith(`${rule}: `) && line.includes(` ${file}`));
      expect(caught, `${file} imports ${target}`).toHaveLength(1);
    }
    const planted = PLANTED.map(([file]) => file).concat('backend/src/platform/outbox/relay-part.ts');
    expect(found.filter((line) => !planted.some((file) => line.includes(`: ${file} →`)))).toEqual([]);
  }, 180_000);
});
