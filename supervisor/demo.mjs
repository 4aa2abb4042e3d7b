import { randomInt } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Who can sign in to the demo organizations, remembered so that each start can say it again.
 * @typedef {{ organization: string, name: string, email: string, role: string, roleLabel?: string }} DemoPerson
 * @typedef {{ password: string, people: DemoPerson[] }} Demo
 */

// Without letters and digits that look alike.
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/**
 * @param {string} home
 * @returns {Demo | undefined}
 */
export function readDemo(home) {
  try {
    return JSON.parse(readFileSync(join(home, 'demo.json'), 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * @param {string} home
 * @param {Demo} demo
 */
export function writeDemo(home, demo) {
  const aside = join(home, 'demo.json.new');
  writeFileSync(aside, JSON.stringify(demo, null, 2) + '\n', { mode: 0o600 });
  renameSync(aside, join(home, 'demo.json'));
}

/** Twenty signs in groups of five, e.g. `k7wmx-…`: about 99 bits. */
export function randomPassword() {
  const group = () => Array.from({ length: 5 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
