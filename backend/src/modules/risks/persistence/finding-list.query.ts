import { containsPattern } from '../../../platform/database/like-pattern.js';
import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { notFound } from '../../../platform/kernel/domain-error.js';
import type { FindingListQuery, FindingView } from '../finding.schemas.js';
import { RISK_OF_FINDING } from './finding-for-risk.js';
import { readJsonPage, type JsonPage } from './json-page.js';
import { sqlId, sqlInstant } from './sql-ids.js';

/** A finding as PostgreSQL builds it; in which section its question stands is known to the pack. */
export type FindingItem = Omit<FindingView, 'question'> & {
  questionId: string | null;
  pins: { pack: string; version: string };
};

const ITEM = `jsonb_build_object(
  'id', ${sqlId('finding', 'r.id')}, 'assessmentId', ${sqlId('assessment', 'r.assessment_id')}, 'source', r.source,
  'questionId', case when r.source = 'answer' then r.source_key end,
  'pins', (select jsonb_build_object('pack', a.questionnaire_pack, 'version', a.questionnaire_version)
    from assessment a where a.organization_id = $1 and a.id = r.assessment_id),
  'dataFlow', case when r.source = 'data-flow' then (select jsonb_build_object('id', ${sqlId('dataFlow', 'f.id')}, 'name', f.name)
    from data_flow f where f.organization_id = $1 and f.id = split_part(r.source_key, ':', 1)::uuid) end,
  'asset', case when r.source = 'scan' then (select jsonb_build_object('id', ${sqlId('asset', 's.id')}, 'name', s.name)
    from asset s where s.organization_id = $1 and s.id = r.source_key::uuid) end,
  'title', r.title, 'detail', r.detail, 'citations', r.citations, 'standing', r.standing, 'status', r.status, 'statusReason', r.status_reason,
  'risk', (select jsonb_build_object('id', ${sqlId('risk', 'k.id')}, 'number', k.number, 'title', k.title)
    from risk k where k.organization_id = $1 and k.id = ${RISK_OF_FINDING}),
  'actions', (select count(*) from remediation_action t where t.organization_id = $1 and t.finding_id = r.id and t.status <> 'cancelled'),
  'createdAt', ${sqlInstant('r.created_at')}, 'updatedAt', ${sqlInstant('r.updated_at')}, 'version', r.version)`;

/** What is missing first. */
export function listFindings(
  tx: ReadTx,
  assessmentId: string,
  query: FindingListQuery,
): Promise<JsonPage<FindingItem>> {
  const params: unknown[] = [tx.organizationId, assessmentId];
  const filters = ['r.assessment_id = $2::uuid'];
  const filter = (sql: (param: string) => string, value: unknown): void => {
    if (value === undefined) return;
    params.push(value);
    filters.push(sql(`$${params.length}`));
  };
  filter((p) => `r.status = ${p}`, query.status);
  filter((p) => `r.standing = ${p}`, query.standing);
  filter((p) => `r.source = ${p}`, query.source);
  if (query.q) filter((p) => `(r.title ilike ${p} or r.detail ilike ${p})`, containsPattern(query.q));
  return readJsonPage<FindingItem>(tx, {
    table: 'finding',
    filters,
    params,
    item: ITEM,
    sortName: 'standing',
    sort: { column: 'standing_sort', type: 'smallint' },
    limit: query.limit,
    cursor: query.cursor,
    searched: query.q !== undefined,
  });
}

export async function findingDetail(tx: ReadTx, id: string): Promise<FindingItem> {
  const [row] = await tx.query<{ item: FindingItem }>(
    `select ${ITEM} as item from finding r where r.organization_id = $1 and r.id = $2`,
    [tx.organizationId, id],
  );
  if (!row) throw notFound('finding');
  return row.item;
}
