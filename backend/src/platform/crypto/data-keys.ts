import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { KeyProvider } from './key-provider.js';

export type KeyPurpose = 'field' | 'file' | 'auditdetail';
export const KEY_PURPOSES: readonly KeyPurpose[] = ['field', 'file', 'auditdetail'];

/** How long an unwrapped data key may stay in memory. */
const CACHE_MS = 15 * 60_000;

export interface DataKey {
  version: number;
  key: KeyObject;
}
/** All versions of one purpose of one organization; the highest version writes. */
export interface KeyRing {
  current: DataKey;
  byVersion: ReadonlyMap<number, KeyObject>;
}
type LoadRows = (
  organizationId: string,
  purpose: KeyPurpose,
) => Promise<{ key_version: number; wrapped: Buffer }[]>;

/** Data keys by purpose, unwrapped on demand and forgotten after fifteen minutes. */
export class DataKeys {
  private readonly rings = new Map<string, { ring: Promise<KeyRing>; until: number }>();

  constructor(
    private readonly provider: KeyProvider,
    private readonly loadRows: LoadRows,
  ) {}

  ring(organizationId: string, purpose: KeyPurpose): Promise<KeyRing> {
    const name = `${organizationId}|${purpose}`;
    const known = this.rings.get(name);
    // Monotonic time: a clock set back must not keep a key longer.
    if (known && known.until > performance.now()) return known.ring;
    const ring = this.load(organizationId, purpose);
    this.rings.set(name, { ring, until: performance.now() + CACHE_MS });
    ring.catch(() => this.rings.delete(name));
    return ring;
  }

  /** Makes the tenant key and the first data key of each purpose, inside the transaction that makes the organization. */
  async createFor(organizationId: string, manager: EntityManager): Promise<void> {
    await this.provider.createTenantKey(organizationId);
    for (const purpose of KEY_PURPOSES) {
      const wrapped = await this.provider.wrap(
        organizationId,
        randomBytes(32),
        aad(organizationId, purpose, 1),
      );
      await manager.query(
        'insert into data_key (organization_id, purpose, key_version, wrapped) values ($1, $2, 1, $3) on conflict do nothing',
        [organizationId, purpose, wrapped],
      );
    }
  }

  private async load(organizationId: string, purpose: KeyPurpose): Promise<KeyRing> {
    const rows = await this.loadRows(organizationId, purpose);
    if (rows.length === 0) throw new Error(`no ${purpose} key for organization ${organizationId}`);
    const byVersion = new Map<number, KeyObject>();
    let current: DataKey | undefined;
    for (const row of rows) {
      const bytes = await this.provider.unwrap(
        organizationId,
        row.wrapped,
        aad(organizationId, purpose, row.key_version),
      );
      const key = createSecretKey(bytes);
      bytes.fill(0);
      byVersion.set(row.key_version, key);
      if (!current || row.key_version > current.version) current = { version: row.key_version, key };
    }
    return { current: current!, byVersion };
  }
}

function aad(organizationId: string, purpose: KeyPurpose, version: number): string {
  return `v1|data-key|${organizationId}|${purpose}|${version}`;
}
