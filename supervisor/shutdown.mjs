import { say } from './progress.mjs';
import { describeRefusal } from './refusal.mjs';

const LIMIT = 20_000;
/** The exit code of work that somebody stopped half-way: it has not passed. */
export const INTERRUPTED = 130;
/** npm passes on the signal that the terminal has sent to us already: only a later one is meant. */
const SAME_SIGNAL = 1_000;

/**
 * What is to be undone when the command ends, in the reverse order of how it was set up. Whatever way it ends
 * (by itself, by Ctrl-C, by a refusal half-way), all of it is undone once.
 */
export class Shutdown {
  /** @type {(() => void | Promise<void>)[]} */
  #steps = [];
  /** @type {Promise<void> | undefined} */
  #running;

  /** @param {() => void | Promise<void>} step */
  add(step) {
    this.#steps.push(step);
  }

  get isRunning() {
    return this.#running !== undefined;
  }

  /** @returns {Promise<void>} */
  run() {
    this.#running ??= (async () => {
      for (const step of this.#steps.reverse()) {
        try {
          await step();
        } catch (error) {
          process.stderr.write(describeRefusal(error));
        }
      }
    })();
    return this.#running;
  }

  /**
   * Ctrl-C, SIGTERM and a closed terminal stop everything; a second Ctrl-C does not wait.
   * @param {number} exitCode 0 for what runs until it is stopped; INTERRUPTED for what was to come to an end of its own
   */
  onSignals(exitCode = 0) {
    let first = 0;
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => {
        if (first && signal === 'SIGINT' && Date.now() - first > SAME_SIGNAL) process.exit(130);
        if (first) return;
        first = Date.now();
        say('\nStopping …');
        setTimeout(() => process.exit(1), LIMIT).unref();
        void this.run().then(() => {
          say('Stopped.');
          process.exit(exitCode);
        });
      });
    }
  }
}
