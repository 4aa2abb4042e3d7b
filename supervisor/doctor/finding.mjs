/**
 * One line of the doctor's report.
 * @typedef {{ state: 'ok' | 'warn' | 'fail', what: string, fix?: string }} Finding
 */

/** @param {string} what @returns {Finding} */
export const ok = (what) => ({ state: 'ok', what });

/** @param {string} what @param {string} fix @returns {Finding} */
export const warn = (what, fix) => ({ state: 'warn', what, fix });

/** @param {string} what @param {string} fix @returns {Finding} */
export const fail = (what, fix) => ({ state: 'fail', what, fix });

/** @param {Finding} finding */
export function describeFinding({ state, what, fix }) {
  return `${state.padEnd(5)} ${what}${fix ? `\n      Fix: ${fix}` : ''}`;
}
