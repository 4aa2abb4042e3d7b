/**
 * What came of the tests, of whatever runner.
 * @typedef {{ name: string, detail: string }} Failure
 * @typedef {{ name: string, reason: string }} Skip
 * @typedef {{ passed: number, failures: Failure[], skips: Skip[] }} Tally
 */

/** @returns {Tally} */
export function emptyTally() {
  return { passed: 0, failures: [], skips: [] };
}

/**
 * @param {Tally[]} tallies
 * @returns {Tally}
 */
export function addTallies(tallies) {
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failures: tallies.flatMap(({ failures }) => failures),
    skips: tallies.flatMap(({ skips }) => skips),
  };
}

/** A run in which nothing passed proves nothing. @param {Tally} tally */
export function exitCodeOf({ passed, failures }) {
  return failures.length > 0 || passed === 0 ? 1 : 0;
}

/**
 * The details, then as the very last line the numbers.
 * @param {Tally} tally
 */
export function describeTally({ passed, failures, skips }) {
  const lines = [''];
  for (const { name, detail } of failures) lines.push(`✗ ${name}`, indent(detail), '');
  if (skips.length > 0) {
    lines.push('Skipped:');
    for (const { name, reason } of skips) lines.push(`  - ${name}${reason ? `: ${reason}` : ''}`);
    lines.push('');
  }
  const skipped = skips.length > 0 ? `, ${skips.length} skipped` : '';
  lines.push(`${passed} passed, ${failures.length} failed${skipped}`);
  return lines.join('\n') + '\n';
}

/** @param {string} text */
function indent(text) {
  return text
    .trim()
    .split('\n')
    .slice(0, 40)
    .map((line) => `    ${line}`)
    .join('\n');
}
