/**
 * A reason why a command cannot go on, in words for the person who typed it. It names what is wrong and
 * what to do about it; anything else that is thrown is a fault of the program and keeps its stack.
 */
export class Refusal extends Error {
  /**
   * @param {string} message what is wrong, naming the variable or the folder
   * @param {string} fix what to do
   */
  constructor(message, fix) {
    super(message);
    this.name = 'Refusal';
    this.fix = fix;
  }
}

/**
 * Prints why a command ends and leaves with exit code 1.
 * @param {unknown} error
 * @returns {never}
 */
export function refuse(error) {
  process.stderr.write(describeRefusal(error));
  process.exit(1);
}

/** @param {unknown} error */
export function describeRefusal(error) {
  if (error instanceof Refusal) return `\n✗ ${error.message}\n  Fix: ${error.fix}\n`;
  return `\n✗ ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
}
