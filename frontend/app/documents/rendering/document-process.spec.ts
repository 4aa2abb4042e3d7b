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
  const stopped = runRenderer(ENDLESS, {}, { signal: new AbortController().signal, minutes: 0.005 });
  await expect(stopped).rejects.toThrow(LayoutStopped);
});

it('says what a layout died of', async () => {
  const { signal } = new AbortController();
  const failed = runRenderer(script('throw new Error("no such font");'), {}, { signal });
  await expect(failed).rejects.toThrow(/could not be laid out: .*no such font/s);
});

it('stops for somebody who went away', async () => {
  const gone = new AbortController();
  const stopped = runRenderer(ENDLESS, {}, { signal: gone.signal });
  gone.abort();
  await expect(stopped).rejects.toThrow('aborted');
});

it('tells how far it is while it computes, and hands over the bytes', async () => {
  const counting = script(`
    for (let page = 1; page <= 2; page += 1) process.send({ step: 'drawing', page, pages: 2 });
    process.stdout.write('%PDF');
  `);
  const told: unknown[] = [];
  const { signal } = new AbortController();
  const bytes = await runRenderer(counting, {}, { signal, tell: (progress) => told.push(progress) });
  expect(bytes.toString()).toBe('%PDF');
  expect(told).toEqual([
    { step: 'drawing', page: 1, pages: 2 },
    { step: 'drawing', page: 2, pages: 2 },
  ]);
});
