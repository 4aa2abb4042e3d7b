import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHECKOUT } from './settings.mjs';

/** @type {Record<string, { dependencies?: object, optionalDependencies?: object, hasInstallScript?: boolean, resolved?: string, link?: boolean }>} */
const PACKAGES = JSON.parse(readFileSync(join(CHECKOUT, 'package-lock.json'), 'utf8')).packages;

/**
 * As Node looks for it: in the package's own node_modules, then in each above.
 * @param {string} from
 * @param {string} name
 */
function isThere(from, name) {
  for (let folder = from; ;) {
    if (PACKAGES[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (folder === '') return false;
    const inner = folder.lastIndexOf('/node_modules/');
    folder = inner < 0 ? '' : folder.slice(0, inner);
  }
}

describe('package-lock.json', () => {
  it('names every package that another one asks for, also those for other machines: else npm ci refuses', () => {
    const missing = Object.entries(PACKAGES).flatMap(([path, { dependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies })
        .filter((name) => !isThere(path, name))
        .map((name) => `${path} asks for ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('points at no registry: who installs uses his own', () => {
    const pointing = Object.values(PACKAGES).filter(({ resolved, link }) => resolved && !link);
    expect(pointing).toEqual([]);
  });

  it('brings no install script that was not allowed or denied by name', () => {
    const { allowScripts } = JSON.parse(readFileSync(join(CHECKOUT, 'package.json'), 'utf8'));
    const scripts = Object.entries(PACKAGES)
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
    expect(scripts.filter((name) => !(name in allowScripts))).toEqual([]);
  });
});
