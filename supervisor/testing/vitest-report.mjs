import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { emptyTally } from './tally.mjs';

/** Vitest's reporter for `npm test`: counts, failures and reasons of skips, to the file PART164_TEST_REPORT. */
export default class VitestReport {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly { name?: string, message: string, stack?: string }[]} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    const tally = emptyTally();
    for (const module of modules) {
      const file = relative(process.cwd(), module.moduleId);
      for (const error of module.errors()) tally.failures.push({ name: file, detail: describe(error) });
      for (const suite of module.children.allSuites()) {
        for (const error of suite.errors())
          tally.failures.push({ name: `${file} › ${suite.fullName}`, detail: describe(error) });
      }
      for (const test of module.children.allTests()) {
        const name = `${file} › ${test.fullName}`;
        const result = test.result();
        if (result.state === 'passed') tally.passed += 1;
        else if (result.state === 'failed')
          tally.failures.push({ name, detail: result.errors.map(describe).join('\n') });
        else tally.skips.push({ name, reason: reasonOf(test) });
      }
    }
    for (const error of unhandledErrors)
      tally.failures.push({ name: 'an error outside of any test', detail: describe(error) });
    writeFileSync(String(process.env.PART164_TEST_REPORT), JSON.stringify(tally));
  }
}

/** @param {import('vitest/node').TestCase} test */
function reasonOf(test) {
  const result = test.result();
  if ('note' in result && result.note) return result.note;
  if (test.options.mode === 'todo') return 'to do';
  // A suite whose set-up failed counts as one failure and leaves its tests undone.
  const { parent } = test;
  const failed = 'errors' in parent && parent.errors().length > 0;
  return failed || test.module.errors().length > 0 ? 'its set-up failed, see above' : '';
}

/** @param {{ name?: string, message: string, stack?: string, diff?: string }} error */
function describe({ message, stack, diff }) {
  const where = stack
    ?.split('\n')
    .find((line) => /\.(spec|mjs|ts|tsx)/.test(line) && !line.includes('node_modules'));
  return stripVTControlCharacters([message, diff, where].filter(Boolean).join('\n'));
}
