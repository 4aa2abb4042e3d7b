import { Injectable } from '@nestjs/common';
import { changesBetween } from '../../audit/event-types.js';
import { newId } from '../../database/new-id.js';
import { saveVersion } from '../../database/save-version.js';
import { TenantDb } from '../../database/tenant-db.js';
import { notFound } from '../../kernel/domain-error.js';
import { typedId } from '../../kernel/typed-id.js';
import type { CreateSiteRequest, UpdateSiteRequest } from '../identity.schemas.js';
import { SiteRecord } from '../persistence/site.record.js';

@Injectable()
export class Sites {
  constructor(private readonly db: TenantDb) {}

  list() {
    return this.db.read(async (tx) => {
      const rows = await tx.query<SiteRow>(
        `select id, name, street, city, state, postal_code as "postalCode", phone, active, version
         from site where organization_id = $1 order by active desc, name limit 1000`,
        [tx.organizationId],
      );
      return { items: rows.map(view) };
    });
  }

  create(request: CreateSiteRequest) {
    return this.db.write(async (tx) => {
      const site = {
        organizationId: tx.organizationId,
        id: newId(),
        ...request,
        active: true,
        updatedAt: tx.now,
        version: 1,
      };
      await tx.manager.insert(SiteRecord, site);
      tx.audit.record({
        action: 'site.created',
        target: { type: 'site', id: site.id },
        parent: parent(tx.organizationId),
      });
      return view(site);
    });
  }

  update(id: string, version: number, request: UpdateSiteRequest) {
    return this.db.write(async (tx) => {
      const where = { organizationId: tx.organizationId, id };
      const before = await tx.manager.findOneBy(SiteRecord, where);
      if (!before) throw notFound('site');
      await saveVersion(tx, SiteRecord, where, version, request, 'site');
      const after = { ...before, ...request, version: version + 1 };
      tx.audit.record({
        action: 'site.updated',
        target: { type: 'site', id },
        parent: parent(tx.organizationId),
        changes: changesBetween<object>(before, { ...before, ...request }),
      });
      return view(after);
    });
  }
}

type SiteRow = Pick<
  SiteRecord,
  'id' | 'name' | 'street' | 'city' | 'state' | 'postalCode' | 'phone' | 'active' | 'version'
>;

function parent(organizationId: string): { type: string; id: string } {
  return { type: 'organization', id: organizationId };
}

function view(row: SiteRow) {
  return { ...row, id: typedId('site', row.id) };
}
