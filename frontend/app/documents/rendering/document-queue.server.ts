/** Too many documents wait already: the caller is asked to come again. */
export class QueueFull extends Error {}

type Work<T> = (signal: AbortSignal) => Promise<T>;

/**
 * One document at a time: two would take each other's time and twice the memory. Whoever leaves the line makes room
 * at once, and the work for somebody who went away is stopped.
 */
export class DocumentQueue {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  constructor(private readonly longest: number) {}

  async run<T>(work: Work<T>, signal: AbortSignal): Promise<T> {
    if (this.waiting >= this.longest) throw new QueueFull();
    this.waiting += 1;
    const turn = this.last.then(() => {
      signal.throwIfAborted();
      return work(signal);
    });
    this.last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      this.waiting -= 1;
    }
  }
}

export const documentQueue = new DocumentQueue(8);
