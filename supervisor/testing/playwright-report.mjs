import { writeFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { emptyTally } from './tally.mjs';

/** Playwright's reporter for `npm test`: the same file as Vitest's. */
export default class PlaywrightReport {
  #tally = emptyTally();
  /** @type {import('@playwright/test/reporter').Suite | undefined} */
  #suite;

  /** @param {unknown} config @param {import('@playwright/test/reporter').Suite} suite */
  onBegin(config, suite) {
    this.#suite = suite;
  }

  /** @param {{ message?: string, stack?: string }} error */
  onError(error) {
    this.#tally.failures.push({
      name: 'the journeys',
      detail: plain(error.stack ?? error.message ?? 'an error'),
    });
  }

  onEnd() {
    for (const test of this.#suite?.allTests() ?? []) {
      const name = test.titlePath().filter(Boolean).join(' › ');
      const outcome = test.outcome();
      if (outcome === 'skipped') {
        const reason = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description;
        this.#tally.skips.push({ name, reason: reason ?? '' });
      } else if (outcome === 'unexpected') {
        const errors = test.results.at(-1)?.errors ?? [];
        this.#tally.failures.push({
          name,
          detail: plain(errors.map((error) => error.stack ?? error.message ?? '').join('\n')),
        });
      } else {
        this.#tally.passed += 1;
      }
    }
    writeFileSync(String(process.env.PART164_TEST_REPORT), JSON.stringify(this.#tally));
  }
}

/** @param {string} text */
function plain(text) {
  return stripVTControlCharacters(text);
}
