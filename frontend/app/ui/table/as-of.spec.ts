// @vitest-environment node
import { expect, it } from 'vitest';
import { sourceFiles } from '~/test/source-files';

/** What reads the day from the address, with the filters of each list that has a past. */
const READS_THE_DAY =
  /\(request, (VENDOR|VULNERABILITY|ASSET|FLOW|INCIDENT)_FILTERS\)|\b(actionQuery|riskQuery)\(request\)/;

it('says of each page that reads a past day, and of no other, that it has one', async () => {
  const routes = (await sourceFiles(['.tsx'])).filter(({ path }) => path.startsWith('routes/'));
  const named = (test: (text: string) => boolean) =>
    routes.filter(({ text }) => test(text)).map(({ path }) => path);
  const told = named((text) => text.includes('export const handle = HAS_PAST;'));
  expect(told).toEqual(named((text) => READS_THE_DAY.test(text)));
  expect(told.length).toBe(9);
});
