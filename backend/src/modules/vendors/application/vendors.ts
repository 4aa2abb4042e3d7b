import { Injectable } from '@nestjs/common';
import { changesBetween } from '../../../platform/audit/event-types.js';
import { newId } from '../../../platform/database/new-id.js';
import { TenantDb, type ReadTx, type WriteTx } from '../../../platform/database/tenant-db.js';
import { DomainError, notFound } from '../../../platform/kernel/domain-error.js';
import { agreementProblems } from '../domain/agreement.js';
import type { VendorFacts } from '../domain/vendor.js';
import type {
  CreateVendorRequest,
  UpdateVendorRequest,
  VendorListQuery,
  VendorView,
} from '../vendor.schemas.js';
import { lockEndings } from '../persistence/ending-lock.js';
import { pageOfVendors } from '../persistence/vendor-list.js';
import {
  addVendor,
  loadVendor,
  refuseTakenName,
  refuseWhileFlowing,
  saveVendor,
} from '../persistence/vendor.repository.js';
import { readVendor, vendorView } from '../persistence/vendor.rows.js';
import { tellOfVendor } from './followers.js';

@Injectable()
export class Vendors {
  constructor(private readonly db: TenantDb) {}

  list({ sort, limit, cursor, ...filter }: VendorListQuery) {
    return this.db.read(async (tx) => {
      const { rows, ...page } = await pageOfVendors(tx, filter, { sort, limit, cursor });
      return { items: rows.map((row) => vendorView(tx, row)), ...page };
    });
  }

  show(id: string): Promise<VendorView> {
    return this.db.read((tx) => view(tx, id));
  }

  create(facts: CreateVendorRequest): Promise<VendorView> {
    return this.db.write(async (tx) => {
      refuseMisfits(tx, facts);
      await refuseTakenName(tx, facts.name, null);
      const id = newId();
      await addVendor(tx, id, facts);
      tx.audit.record({
        action: 'vendor.created',
        target: { type: 'vendor', id },
        detail: { agreementStatus: facts.agreementStatus },
      });
      await tellOfVendor(tx, { id, before: null, after: facts });
      return view(tx, id);
    });
  }

  update(id: string, version: number, request: UpdateVendorRequest): Promise<VendorView> {
    return this.db.write(async (tx) => {
      if (request.active === false) await lockEndings(tx, 'end');
      const before = await loadVendor(tx, id);
      const after: VendorFacts = { ...before, ...request };
      refuseMisfits(tx, after);
      if (request.name !== undefined) await refuseTakenName(tx, request.name, id);
      if (before.active && !after.active) await refuseWhileFlowing(tx, id);
      await saveVendor(tx, id, version, request);
      const changed = after.active ? 'vendor.resumed' : 'vendor.ended';
      tx.audit.record({
        action: before.active === after.active ? 'vendor.updated' : changed,
        target: { type: 'vendor', id },
        changes: changesBetween(before, after),
      });
      await tellOfVendor(tx, { id, before, after });
      return view(tx, id);
    });
  }
}

function refuseMisfits(tx: WriteTx, facts: VendorFacts): void {
  const problems = Object.entries(agreementProblems(facts, tx.today));
  if (problems.length === 0) return;
  const fieldErrors = Object.fromEntries(problems.map(([field, message]) => [field, [message]]));
  throw new DomainError('request.invalid', 'invalid', 'Some entries need another look.', { fieldErrors });
}

async function view(tx: ReadTx, id: string): Promise<VendorView> {
  const row = await readVendor(tx, id);
  if (!row) throw notFound('vendor');
  return vendorView(tx, row);
}
