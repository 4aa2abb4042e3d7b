import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CHECKOUT } from '../settings.mjs';

/** The query of both the product and the floor: open risks, the highest first, and how many there are. */
export const LIST_QUERY = { limit: 50, sort: 'residual', status: 'open' };

/** The same page as somebody would write it by hand: a row each, in one statement. */
export const LIST_RISKS = `
  select r.id, r.number, r.title, r.assessment_id, m.title as assessment_title, a.tag || ' ' || a.name as subject, r.asset_id,
    r.inherent_level, r.residual_level, r.treatment, r.owner_id, p.name as owner_name, r.status, r.updated_at, r.version,
    (select count(*)::int from remediation_action t
     where t.organization_id = $1 and t.risk_id = r.id and t.status in ('planned', 'in-progress')) as open_actions,
    (select count(*)::int from (select 1 from risk c where c.organization_id = $1 and c.status = 'open' limit 10001) x) as total
  from risk r
  join assessment m on m.organization_id = r.organization_id and m.id = r.assessment_id
  left join asset a on a.organization_id = r.organization_id and a.id = r.asset_id
  left join membership o on o.organization_id = r.organization_id and o.id = r.owner_id
  left join person p on p.id = o.person_id
  where r.organization_id = $1 and r.status = 'open' order by r.residual_sort, r.id limit 51`;

/**
 * The very statement that the product sends for that page, taken from its build.
 * @param {string} organizationId
 * @returns {Promise<{ sql: string, params: unknown[] }>}
 */
export async function productStatement(organizationId) {
  const file = join(CHECKOUT, 'backend/dist/modules/risks/persistence/risk-list.query.js');
  const { listRisks } = await import(pathToFileURL(file).href);
  /** @type {{ sql: string, params: unknown[] } | undefined} */
  let sent;
  const query = async (/** @type {string} */ sql, /** @type {unknown[]} */ params) => {
    sent = { sql, params };
    return [{ items: [], total: 0 }];
  };
  await listRisks({ organizationId, query }, LIST_QUERY);
  if (!sent) throw new Error('the register sent no statement');
  return sent;
}

export const FIND_ANSWERS = `
  select w.organization_id, w.id as answer_id, w.assessment_id, g.id as finding_id
  from floor.answer w join floor.finding g
    on g.organization_id = w.organization_id and g.assessment_id = w.assessment_id and g.source_key = w.question_id`;

export const UPDATE_ANSWER = `
  update floor.answer set standing = $3, answered_at = now(), version = version + 1 where organization_id = $1 and id = $2`;

export const UPDATE_FINDING = `
  update floor.finding set status = $3, updated_at = now(), version = version + 1 where organization_id = $1 and id = $2`;

export const INSERT_EVENT = `
  insert into floor.event (organization_id, id, at, actor_type, action, target_type, target_id, parent_type, parent_id, outcome,
    changed_fields, value_macs, detail, column_sums, row_mac)
  values ($1, uuidv7(), now(), 'system', 'answer.saved', 'answer', $2, 'assessment', $3, 'ok', '["optionId"]', '{}',
    '{"questionId":"Q1","optionId":"a","standing":"gap"}', $4, $5)`;
