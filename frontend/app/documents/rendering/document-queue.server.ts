/** Too many documents wait already: the caller is asked to come again. */
export class QueueFull extends Error {}

type Work<T> = (signal: AbortSignal) => Promise<T>;

/**
 * One document at a time: two would take each other's time and twice the memory. Whoever leaves the line makes room
 * at once, and the work for somebody who went away is stopped.
 */
export class DocumentQueue {
  private last: Promise<unknown> = Promise.resolve();
  /** In the order of their turns, the one whose turn it is first. */
  private readonly line: { tellAhead: (ahead: number) => void }[] = [];

  constructor(private readonly longest: number) {}

  /** `tellAhead` hears how many are still before it, each time that changes. */
  async run<T>(
    work: Work<T>,
    signal: AbortSignal,
    tellAhead: (ahead: number) => void = () => undefined,
  ): Promise<T> {
    if (this.line.length >= this.longest) throw new QueueFull();
    const place = { tellAhead };
    this.line.push(place);
    tellAhead(this.line.length - 1);
    const turn = this.last.then(() => {
      signal.throwIfAborted();
      return work(signal);
    });
    this.last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      this.line.splice(this.line.indexOf(place), 1);
      this.line.forEach((other, ahead) => other.tellAhead(ahead));
    }
  }
}

export const documentQueue = new DocumentQueue(8);
