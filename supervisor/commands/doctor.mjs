import { describeFinding, warn } from '../doctor/finding.mjs';
import {
  homeFinding,
  instanceFinding,
  keysFinding,
  leftoversFinding,
  secretsFinding,
} from '../doctor/home-checks.mjs';
import {
  buildFinding,
  chromiumFinding,
  diskFinding,
  failed,
  nodeFinding,
  npmFinding,
  packagesFinding,
  portFinding,
} from '../doctor/machine-checks.mjs';
import { say } from '../progress.mjs';
import { readSettings } from '../settings.mjs';

/**
 * `part164 doctor`: what is wrong here and how to mend it. Changes nothing but what it must start to look.
 * @returns {Promise<number>} exit code: 1 when something fails
 */
export async function doctor() {
  const states = new Set();
  for await (const finding of findings()) {
    say(describeFinding(finding));
    states.add(finding.state);
  }
  say('');
  say(
    states.has('fail')
      ? 'Something is wrong: see Fix above.'
      : states.has('warn')
        ? 'Usable; see Fix above.'
        : 'All is well.',
  );
  return states.has('fail') ? 1 : 0;
}

/** @returns {AsyncGenerator<import('../doctor/finding.mjs').Finding>} */
async function* findings() {
  yield nodeFinding();
  yield npmFinding();
  const packages = packagesFinding();
  yield packages;
  if (!process.env.PART164_PREBUILT) yield buildFinding();
  let settings;
  try {
    settings = readSettings();
  } catch (error) {
    yield failed(error);
    return;
  }
  const { home } = settings;
  const homeIsUsable = homeFinding(home);
  yield homeIsUsable;
  yield secretsFinding(home);
  yield keysFinding(home);
  yield await diskFinding(home);
  yield instanceFinding(home);
  yield await portFinding(settings);
  if (packages.state !== 'ok' && !process.env.PART164_PREBUILT) {
    yield warn('The database was not looked at', 'install the packages first.');
  } else if (homeIsUsable.state === 'ok') {
    const { databaseFindings } = await import('../doctor/database-checks.mjs');
    yield* await databaseFindings(settings);
  }
  yield leftoversFinding();
  yield await chromiumFinding();
}
