import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BreachFigures } from '../domain/breach-figures.js';
import { readPackFolder } from './read-pack-folder.js';
import { SHIPPED, SHIPPED_FOLDER } from './shipped.js';

/** The newest figures that come with the product, from its files: for where no database is. */
export async function readShippedBreachRule(): Promise<BreachFigures> {
  const folder = join(SHIPPED_FOLDER, SHIPPED.breachRule);
  const versions = await readdir(folder);
  const newest = versions.sort((one, other) => one.localeCompare(other, 'en', { numeric: true })).at(-1)!;
  const pack = await readPackFolder(join(folder, newest));
  if (pack.kind !== 'breach-rule')
    throw new Error(`${pack.pack} ${pack.version} holds no figures of the rule`);
  return pack;
}
