import { readPage, type ListQuery, type Page } from '../../../platform/database/keyset-page.js';
import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import type { ScaleStatus } from '../domain/own-scale.js';
import type { ScaleListQuery } from '../scale.schemas.js';
import { memberOf, type NamedMember } from './scale.rows.js';

export interface ScaleListRow {
  id: string;
  title: string;
  number: number;
  status: ScaleStatus;
  reason: string;
  adoptedBy: NamedMember | null;
  adoptedOn: CalendarDate | null;
  size: { likelihood: number; impact: number; levels: number };
  analyses: number;
  updatedAt: Date;
  version: number;
}

const COLUMNS = `s.id, s.title, s.number, s.status, s.reason, ${memberOf('s.adopted_by')} as "adoptedBy",
  to_char(s.adopted_on, 'YYYY-MM-DD') as "adoptedOn",
  jsonb_build_object('likelihood', jsonb_array_length(s.content -> 'likelihood'),
    'impact', jsonb_array_length(s.content -> 'impact'), 'levels', jsonb_array_length(s.content -> 'levels')) as size,
  (select count(*)::int from assessment a where a.organization_id = $1 and a.own_scale_id = s.id) as analyses,
  s.updated_at as "updatedAt", s.version`;
const SORTS: ListQuery['sorts'] = {
  title: { expression: 'lower(s.title)', type: 'text' },
  updatedAt: { expression: 's.updated_at', type: 'timestamptz' },
};

export function pageOfScales(tx: ReadTx, query: ScaleListQuery): Promise<Page<ScaleListRow>> {
  const filters = ['s.organization_id = $1'];
  const params: unknown[] = [tx.organizationId];
  if (query.status) {
    params.push(query.status);
    filters.push('s.status = $2');
  }
  const list = {
    columns: COLUMNS,
    table: 'risk_scale_version s',
    alias: 's',
    joins: '',
    filters,
    params,
    sorts: SORTS,
  };
  return readPage<ScaleListRow>(tx, list, query);
}
