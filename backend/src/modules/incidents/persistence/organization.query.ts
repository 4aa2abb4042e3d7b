import type { ReadTx } from '../../../platform/database/tenant-db.js';

export interface OwnOrganization {
  name: string;
  kind: 'covered-entity' | 'business-associate';
}

export async function organizationOf(tx: ReadTx): Promise<OwnOrganization> {
  const [row] = await tx.query<OwnOrganization>(
    'select name, kind from organization where organization_id = $1',
    [tx.organizationId],
  );
  return row!;
}
