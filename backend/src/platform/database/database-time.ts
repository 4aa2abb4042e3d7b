/** How long the database's time is trusted without asking again: clocks of one machine drift by microseconds then. */
const TRUSTED_MS = 10_000;

/**
 * The database's time as last heard, carried on by this process's own steady clock. A read need not wait to be told:
 * what it gets is behind by the time of one answer, some milliseconds. Writes always ask.
 */
export class DatabaseTime {
  private heardAt = -Infinity;
  private told = 0;

  /** @param steady milliseconds since some moment, never set back */
  constructor(private readonly steady: () => number = () => performance.now()) {}

  /** Notes what the database just said; answers it again. */
  heard(now: Date): Date {
    this.heardAt = this.steady();
    this.told = now.getTime();
    return now;
  }

  /** Null when nothing was heard for too long. */
  estimate(): Date | null {
    const since = this.steady() - this.heardAt;
    return since > TRUSTED_MS ? null : new Date(this.told + since);
  }
}
