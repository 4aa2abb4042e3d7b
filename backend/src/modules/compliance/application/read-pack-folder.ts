import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackContent } from '../domain/pack.js';
import { readPack } from '../formats/read-pack.js';
import { packRefused } from './pack-refused.js';

/** One pack: `pack.json`, and where its sections are files of their own, those in its order. */
export async function readPackFolder(folder: string): Promise<PackContent> {
  const document = (await readJson(join(folder, 'pack.json'))) as Record<string, unknown>;
  const { sections } = document;
  if (Array.isArray(sections) && sections.every((entry) => typeof entry === 'string')) {
    document['sections'] = await Promise.all(sections.map((file) => readJson(join(folder, file))));
  }
  const read = readPack(document);
  if (!read.ok) throw packRefused(folder, read.problems);
  return read.pack;
}

/** Every pack below `<folder>/<pack>/<version>/`, each where its name says that it is. */
export async function readPackFolders(folder: string): Promise<PackContent[]> {
  const packs: PackContent[] = [];
  for (const pack of await foldersIn(folder)) {
    for (const version of await foldersIn(join(folder, pack))) {
      const content = await readPackFolder(join(folder, pack, version));
      if (content.pack !== pack || content.version !== version) {
        throw packRefused(`${pack}/${version}`, [
          { path: 'pack', message: `It calls itself ${content.pack} ${content.version}.` },
        ]);
      }
      packs.push(content);
    }
  }
  return packs;
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw packRefused(path, [
      {
        path: '(file)',
        message: `This is no JSON: ${error instanceof Error ? error.message : String(error)}`,
      },
    ]);
  }
}
