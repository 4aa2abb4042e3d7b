import { Injectable } from '@nestjs/common';
import type { Permission } from '../../../platform/access/route-access.js';
import { currentContext, currentMember } from '../../../platform/context/request-context.js';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { appPage } from '../../../platform/http/app-page.js';
import { typedId, type IdKind } from '../../../platform/kernel/typed-id.js';
import { searchTerm } from '../domain/search-term.js';
import { findRecords } from '../persistence/search.query.js';
import { SEARCH_KINDS, type SearchKind, type SearchResults } from '../search.schemas.js';

interface Searched {
  permission: Permission;
  id: IdKind;
  page: Parameters<typeof appPage>[0];
}

const KINDS: Record<SearchKind, Searched> = {
  asset: { permission: 'asset:read', id: 'asset', page: 'asset' },
  'data-flow': { permission: 'data-flow:read', id: 'dataFlow', page: 'data-flow' },
  vendor: { permission: 'vendor:read', id: 'vendor', page: 'vendor' },
  assessment: { permission: 'assessment:read', id: 'assessment', page: 'assessment' },
  risk: { permission: 'risk:read', id: 'risk', page: 'risk' },
  action: { permission: 'action:read', id: 'action', page: 'remediation-action' },
};

@Injectable()
export class SearchRecords {
  constructor(private readonly db: TenantDb) {}

  async execute(text: string): Promise<SearchResults> {
    const { permissions } = currentContext();
    const { memberId } = currentMember();
    const kinds = SEARCH_KINDS.filter((kind) => permissions.has(KINDS[kind].permission));
    if (kinds.length === 0) return { items: [] };
    const ownerId = permissions.has('plan:read') ? null : memberId;
    const rows = await this.db.read((tx) => findRecords(tx, searchTerm(text), { kinds, ownerId }));
    return {
      items: rows.map(({ kind, id, reference, title }) => ({
        kind,
        id: typedId(KINDS[kind].id, id),
        reference,
        title,
        href: appPage(KINDS[kind].page, id),
      })),
    };
  }
}
