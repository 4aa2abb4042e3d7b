import 'reflect-metadata';
import { DiscoveryService, Reflector } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { writeFileSync, readFileSync } from 'node:fs';
import { AppModule } from './app.module.js';
import { renderAccessMatrix } from './platform/access/access-matrix.js';
import { listRoutes } from './platform/access/route-table.js';
import { parseConfig } from './platform/config/config.js';
import { createApp } from './platform/http/create-app.js';
import { openApiDocument } from './platform/http/openapi.js';

/** What is generated from the running routes and committed: `part164 openapi` writes it, `--check` compares. */
export function generatedFiles(app: NestExpressApplication): Record<string, string> {
  return {
    'openapi.json': `${JSON.stringify(openApiDocument(app), null, 2)}\n`,
    'access-matrix.md': renderAccessMatrix(listRoutes(app.get(DiscoveryService), app.get(Reflector))),
  };
}

const BACKEND_FOLDER = new URL('../', import.meta.url);

/** Entry of `part164 openapi [--check]`. */
async function main(check: boolean): Promise<number> {
  const app = await createApp(AppModule.with(parseConfig(process.env)));
  const files = generatedFiles(app);
  await app.close();
  const drifted = Object.entries(files).filter(([name, text]) => read(name) !== text);
  for (const [name, text] of drifted) {
    if (!check) writeFileSync(new URL(name, BACKEND_FOLDER), text);
    console.log(`${check ? 'differs' : 'written'}: backend/${name}`);
  }
  if (check && drifted.length > 0) console.log('Run `npm run part164 openapi` and commit what it writes.');
  return check && drifted.length > 0 ? 1 : 0;
}

function read(name: string): string | null {
  try {
    return readFileSync(new URL(name, BACKEND_FOLDER), 'utf8');
  } catch {
    return null;
  }
}

if (process.argv[1]?.endsWith('generate.js')) process.exit(await main(process.argv.includes('--check')));
