import { newId } from '../database/new-id.js';
import type { SystemDb } from '../database/system-db.js';

export type Claim = 'ours' | 'sent' | 'elsewhere';

/** Longer than any attempt to send may take. */
const LEASE_SECONDS = 30;

/**
 * Who sends what. The claim is committed before anything leaves, so that two workers send one mail. It is no business
 * record (that something was sent is one), hence outside the audited transaction.
 */
export class Deliveries {
  constructor(private readonly system: SystemDb) {}

  claim(
    organizationId: string,
    dedupeKey: string,
    channel: string,
    recipientId: string | null,
  ): Promise<Claim> {
    return this.system.transaction(async (manager) => {
      await manager.query(`select set_config('app.organization_id', $1, true)`, [organizationId]);
      const fresh: unknown[] = await manager.query(
        `insert into delivery as d (organization_id, id, dedupe_key, channel, recipient_id) values ($1, $2, $3, $4, $5)
         on conflict (organization_id, dedupe_key) do update set claimed_at = now()
           where d.sent_at is null and d.claimed_at < now() - interval '${LEASE_SECONDS} seconds'
         returning d.id`,
        [organizationId, newId(), dedupeKey, channel, recipientId],
      );
      if (fresh.length > 0) return 'ours';
      const [known]: { sent_at: Date | null }[] = await manager.query(
        'select sent_at from delivery where organization_id = $1 and dedupe_key = $2',
        [organizationId, dedupeKey],
      );
      return known?.sent_at ? 'sent' : 'elsewhere';
    });
  }

  /** The attempt failed before anything left: the next one need not wait for the lease. */
  async release(organizationId: string, dedupeKey: string): Promise<void> {
    await this.system.transaction(async (manager) => {
      await manager.query(`select set_config('app.organization_id', $1, true)`, [organizationId]);
      await manager.query(
        `update delivery set claimed_at = '-infinity' where organization_id = $1 and dedupe_key = $2 and sent_at is null`,
        [organizationId, dedupeKey],
      );
    });
  }
}
