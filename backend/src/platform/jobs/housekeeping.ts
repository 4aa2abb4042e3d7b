import type { SystemDb } from '../database/system-db.js';
import type { InstallationTask } from './job-handler.js';

/** Finished outbox rows are kept this long for a look; those that failed for good, longer. */
const KEEP_DONE_DAYS = 7;
const KEEP_FAILED_DAYS = 90;
/** A session that ended says nothing that the audit log does not. */
const KEEP_SESSION_DAYS = 7;

/** Sweeps out what has served its time. Nothing here is a record: those stay. */
export class Housekeeping implements InstallationTask {
  readonly name = 'housekeeping';
  readonly everySeconds = 3_600;

  constructor(private readonly system: SystemDb) {}

  async runOnce(): Promise<void> {
    await this.system.query(
      `delete from outbox where finished_at < now() - make_interval(days => case when failed then $2::int else $1::int end)`,
      [KEEP_DONE_DAYS, KEEP_FAILED_DAYS],
    );
    await this.system.query(
      'delete from session where least(expires_at, revoked_at) < now() - make_interval(days => $1)',
      [KEEP_SESSION_DAYS],
    );
    // Milliseconds since 1970, as rate-limiter-flexible writes them.
    await this.system.query('delete from attempt_limit where expire < extract(epoch from now()) * 1000');
  }
}
