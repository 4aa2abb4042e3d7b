/**
 * Where the keys that wrap other keys live: never in the database, never in its backups. One tenant key per
 * organization; to destroy it is to make all that the organization stored unreadable.
 * Rotation, destruction and remote providers extend this interface (docs/decisions/0006).
 */
export interface KeyProvider {
  createTenantKey(organizationId: string): Promise<void>;
  /** AES-256-GCM under the tenant's key; `aad` binds the result to where it is stored. */
  wrap(organizationId: string, dataKey: Buffer, aad: string): Promise<Buffer>;
  unwrap(organizationId: string, wrapped: Buffer, aad: string): Promise<Buffer>;
  health(): Promise<{ ok: boolean; detail: string }>;
}

export const KEY_PROVIDER = Symbol('key provider');
