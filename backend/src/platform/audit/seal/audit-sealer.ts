import type { DataSource } from 'typeorm';
import type { DataKeys } from '../../crypto/data-keys.js';
import { log } from '../../logging/log.js';
import { RetryLater } from './retry-later.js';
import { sealOrganization } from './seal-organization.js';

const EVERY_MS = 200;
/** All organizations are looked at this often, whatever is remembered. */
const SWEEP_EVERY_MS = 60_000;
const AT_ONCE = 4;
/** SQLSTATE with which audit.seal refuses the slower of two sealers. */
const ANOTHER_WAS_FASTER = '40001';

/**
 * Follows the audit log of every organization within a quarter of a second and seals what was appended. Any number of
 * workers may run one: the database lets one of them seal an organization at a time.
 */
export class AuditSealer {
  /** Everything of transactions before this one is sealed. */
  private horizon: string | undefined;
  /** Another sealer was faster: they may have more. */
  private readonly again = new Set<string>();
  private readonly failing = new RetryLater();
  private sweptAt = 0;
  private running: Promise<void> | undefined;
  private stopping = false;
  private wake: () => void = () => undefined;

  constructor(
    private readonly source: DataSource,
    private readonly keys: DataKeys,
  ) {}

  start(): void {
    this.running ??= this.loop();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.running;
    // What was recorded while the process was stopping.
    if (this.running && this.horizon !== undefined) await this.sealPending(this.horizon);
  }

  /** Looks at every organization and seals what is there; answers how many rows that were. */
  async sealOnce(): Promise<number> {
    const { horizon, organizations } = await this.everyOrganization();
    const sealed = await this.sealAll(organizations);
    this.horizon = horizon;
    this.sweptAt = performance.now();
    return sealed;
  }

  private async loop(): Promise<void> {
    while (!this.stopping) {
      const began = performance.now();
      try {
        if (this.horizon === undefined || began - this.sweptAt > SWEEP_EVERY_MS) await this.sealOnce();
        else await this.sealPending(this.horizon);
      } catch (error) {
        // The database is away: rows stay where they are, and the next round goes on.
        log.warn({ err: error }, 'audit sealer');
      }
      await this.pause(EVERY_MS - (performance.now() - began));
    }
  }

  private async sealPending(from: string): Promise<void> {
    const [row] = await this.source.query<{ horizon: string; organizations: string[] }[]>(
      `select pg_snapshot_xmin(pg_current_snapshot())::text as horizon, array(select audit.pending($1::xid8)) as organizations`,
      [from],
    );
    const organizations = new Set([...row!.organizations, ...this.again, ...this.failing.due()]);
    this.again.clear();
    // Whoever waits after a failure is remembered there, and all of its rows are sealed when it is tried again.
    await this.sealAll([...organizations].filter((id) => !this.failing.isWaiting(id)));
    this.horizon = row!.horizon;
  }

  private async everyOrganization(): Promise<{ horizon: string; organizations: string[] }> {
    const [row] = await this.source.query<{ horizon: string; organizations: string[] }[]>(
      'select pg_snapshot_xmin(pg_current_snapshot())::text as horizon, array(select id from tenant) as organizations',
    );
    return row!;
  }

  private async sealAll(organizations: string[]): Promise<number> {
    let sealed = 0;
    const waiting = [...organizations];
    const work = async (): Promise<void> => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const rows = await this.seal(next);
        sealed += rows;
      }
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, waiting.length) }, work));
    return sealed;
  }

  /** One organization's failure stops no other; it is tried again in the next round. */
  private async seal(organizationId: string): Promise<number> {
    try {
      const sealed = await sealOrganization(this.source, this.keys, organizationId);
      this.failing.succeeded(organizationId);
      return sealed;
    } catch (error) {
      if (sqlState(error) === ANOTHER_WAS_FASTER) this.again.add(organizationId);
      else if (this.failing.failed(organizationId))
        log.error({ err: error, organizationId }, 'audit rows could not be sealed: trying again');
      return 0;
    }
  }

  private pause(ms: number): Promise<void> {
    if (this.stopping || ms <= 0) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

function sqlState(error: unknown): string | undefined {
  return (error as { driverError?: { code?: string } }).driverError?.code;
}
