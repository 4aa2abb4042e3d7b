// @vitest-environment node
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { LayoutStopped, runRenderer } from './document-process.server';

const folder = mkdtempSync(join(tmpdir(), 'part164-layout-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function script(source: string): string {
  const path = join(folder, `${source.length}.mjs`);
  writeFileSync(path, source);
  return path;
}
const ENDLESS = script('setInterval(() => undefined, 1000);');

it('says so when a layout takes longer than any document should', async () => {
  const stopped = runRenderer(ENDLESS, {}, new AbortController().signal, 0.005);
  await expect(stopped).rejects.toThrow(LayoutStopped);
});

it('says what a layout died of', async () => {
  const failed = runRenderer(script('throw new Error("no such font");'), {}, new AbortController().signal);
  await expect(failed).rejects.toThrow(/could not be laid out: .*no such font/s);
});

it('stops for somebody who went away', async () => {
  const gone = new AbortController();
  const stopped = runRenderer(ENDLESS, {}, gone.signal);
  gone.abort();
  await expect(stopped).rejects.toThrow('aborted');
});
