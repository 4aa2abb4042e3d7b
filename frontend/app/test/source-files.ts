import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

export const appFolder = join(import.meta.dirname, '..');

interface SourceFile {
  path: string;
  text: string;
}

/** The app's own sources, without specs and without what is generated. */
export async function sourceFiles(endings: string[]): Promise<SourceFile[]> {
  const names = await readdir(appFolder, { recursive: true });
  const wanted = names.filter(
    (name) => endings.some((ending) => name.endsWith(ending)) && !/\.spec\.|schema\.d\.ts/.test(name),
  );
  return Promise.all(
    wanted.map(async (name) => ({
      path: relative(appFolder, join(appFolder, name)),
      text: await readFile(join(appFolder, name), 'utf8'),
    })),
  );
}
