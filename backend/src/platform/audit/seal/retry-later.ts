const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

/** What failed waits a second before it is tried again, then twice as long each time, a minute at most. */
export class RetryLater {
  private readonly waiting = new Map<string, { until: number; wait: number }>();

  /** @param steady milliseconds since some moment, never set back */
  constructor(private readonly steady: () => number = () => performance.now()) {}

  /** True the first time since it last succeeded. */
  failed(id: string): boolean {
    const before = this.waiting.get(id);
    const wait = before ? Math.min(before.wait * 2, LONGEST_WAIT_MS) : FIRST_WAIT_MS;
    this.waiting.set(id, { until: this.steady() + wait, wait });
    return before === undefined;
  }

  succeeded(id: string): void {
    this.waiting.delete(id);
  }

  isWaiting(id: string): boolean {
    return (this.waiting.get(id)?.until ?? -Infinity) > this.steady();
  }

  /** Those that failed and have waited long enough. */
  due(): string[] {
    return [...this.waiting.keys()].filter((id) => !this.isWaiting(id));
  }
}
