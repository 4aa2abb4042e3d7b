/**
 * One figure of the table.
 * @typedef {object} Measurement
 * @property {string} name
 * @property {string} measured with its unit
 * @property {string} [aim] none: the figure explains another one
 * @property {number} [ratio] how it compares to the floor of the same rounds: 1 is as quick, 2 twice as quick
 * @property {boolean} [met]
 */

const HEADS = ['what', 'aim', 'measured', 'ratio', 'met'];

/**
 * @param {readonly Measurement[]} measurements
 * @returns {string} a plain table; what explains the figure above it is indented
 */
export function describeMeasurements(measurements) {
  const rows = measurements.map(({ name, measured, aim, ratio, met }) => [
    aim === undefined ? `  ${name}` : name,
    aim ?? '',
    measured,
    ratio === undefined ? '' : ratio.toFixed(2),
    met === undefined ? '' : met ? 'yes' : 'no',
  ]);
  const widths = HEADS.map((head, column) =>
    Math.max(head.length, ...rows.map((cells) => cells[column].length)),
  );
  const line = (/** @type {string[]} */ cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd();
  return [line(HEADS), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join('\n') + '\n';
}
