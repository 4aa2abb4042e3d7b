// @vitest-environment node
import { expect, it } from 'vitest';
import { t } from '.';

/** Where the catalog of the screens has the words of each set of codes: before the code. */
const HERE: Record<string, string> = {
  treatment: 'risks.treatment_',
  riskStatus: 'risks.status_',
  acceptance: 'risks.acceptance_',
  subjectEnd: 'carried.end_',
  actionStatus: 'remediation.status_',
};

it('files call what is coded as the screens do', async () => {
  const file = new URL('../../../backend/src/platform/messages/en-codes.ts', import.meta.url);
  const { codeWords } = (await import(file.pathname)) as {
    codeWords: Record<string, Record<string, string>>;
  };
  expect(Object.keys(codeWords).sort()).toEqual(Object.keys(HERE).sort());
  const shown = Object.fromEntries(
    Object.entries(codeWords).map(([set, words]) => [
      set,
      Object.fromEntries(
        Object.keys(words).map((code) => [code, (t as (key: string) => string)(`${HERE[set]}${code}`)]),
      ),
    ]),
  );
  expect(codeWords).toEqual(shown);
});
