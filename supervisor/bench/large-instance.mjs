import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { randomPassword } from '../demo.mjs';
import { prepareHome } from '../home.mjs';
import { startInstance } from '../instance.mjs';
import { lockHome } from '../instance-lock.mjs';
import { claimPort } from '../ports.mjs';
import { phase, say } from '../progress.mjs';
import { readSettings } from '../settings.mjs';
import { startFloor } from './floor.mjs';
import { signIn } from './signed-in.mjs';

const RECORDS = new URL('records.sql', import.meta.url);

/**
 * What the parts measure: everything as `npm start` runs it, with a million risks in it, and the floor beside.
 * @typedef {object} LargeInstance
 * @property {string} adminUrl
 * @property {string} publicUrl
 * @property {string} backendUrl
 * @property {() => number | undefined} frontendPid
 * @property {import('./signed-in.mjs').SignedIn} officer of the clinic, whose register has 10,000 risks
 * @property {import('./signed-in.mjs').SignedIn[]} colleagues nineteen more officers of the clinic
 * @property {import('./signed-in.mjs').SignedIn} vendorOfficer in whose analysis are 1,000 risks
 * @property {import('./floor.mjs').Floor} floor
 */

/**
 * @param {string} folder
 * @param {import('../shutdown.mjs').Shutdown} shutdown
 * @returns {Promise<LargeInstance>}
 */
export async function startLargeInstance(folder, shutdown) {
  const home = join(folder, 'large');
  mkdirSync(home, { mode: 0o711 });
  prepareHome(home);
  const password = randomPassword();
  const port = await claimPort(0, '127.0.0.1');
  const settings = readSettings({ PART164_HOME: home, PORT: String(port), DEMO_PASSWORD: password });
  const lock = lockHome(home, { command: 'start' });
  shutdown.add(() => lock.release());
  const { instance, processes } = await startInstance({
    settings,
    port,
    mode: 'production',
    shutdown,
    say,
  });
  const { adminUrl, publicUrl, backendPort } = instance;
  await phase('A million risks', () => tellRecords(adminUrl));
  const floor = await startFloor(adminUrl, shutdown);
  const colleagues = [];
  for (let n = 1; n <= 19; n += 1)
    colleagues.push(await signIn(publicUrl, `officer-${n}@juniper-ridge.example`, password));
  return {
    adminUrl,
    publicUrl,
    backendUrl: `http://127.0.0.1:${backendPort}`,
    frontendPid: () => processes.frontend.pid,
    officer: await signIn(publicUrl, 'maya@juniper-ridge.example', password),
    colleagues,
    vendorOfficer: await signIn(publicUrl, 'samuel@clearwater-billing.example', password),
    floor,
  };
}

/** @param {string} adminUrl */
async function tellRecords(adminUrl) {
  const admin = new pg.Client({ connectionString: adminUrl, application_name: 'part164' });
  await admin.connect();
  try {
    await admin.query(readFileSync(RECORDS, 'utf8'));
    await admin.query('vacuum analyze');
    // What was written above must not be written to the disk while something is measured.
    await admin.query('checkpoint');
  } finally {
    await admin.end();
  }
}
