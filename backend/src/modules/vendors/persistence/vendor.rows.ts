import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import { agreementStanding } from '../domain/agreement.js';
import type { VendorFacts } from '../domain/vendor.js';
import type { VendorView } from '../vendor.schemas.js';
import { flowsOfVendorSql } from './vendor.sql.js';

export interface VendorRow extends VendorFacts {
  id: string;
  flows: number;
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

export const VENDOR_COLUMNS = `v.id, v.name, v.service, v.contact_email as "contactEmail",
  v.agreement_status as "agreementStatus", v.agreement_not_required_reason as "agreementNotRequiredReason",
  v.agreement_signed_on::text as "agreementSignedOn", v.agreement_ends_on::text as "agreementEndsOn", v.active,
  (select count(*)::int from ${flowsOfVendorSql('v')} reached) as flows,
  v.created_at as "createdAt", v.updated_at as "updatedAt", v.version`;

export function vendorView(tx: ReadTx, row: VendorRow): VendorView {
  return {
    id: typedId('vendor', row.id),
    name: row.name,
    service: row.service,
    contactEmail: row.contactEmail,
    agreementStatus: row.agreementStatus,
    agreementNotRequiredReason: row.agreementNotRequiredReason,
    agreementSignedOn: row.agreementSignedOn,
    agreementEndsOn: row.agreementEndsOn,
    agreement: agreementStanding(row, tx.today),
    active: row.active,
    flows: row.flows,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
  };
}

export async function readVendor(tx: ReadTx, id: string): Promise<VendorRow | undefined> {
  const [row] = await tx.query<VendorRow>(
    `select ${VENDOR_COLUMNS} from vendor v where v.organization_id = $1 and v.id = $2`,
    [tx.organizationId, id],
  );
  return row;
}
