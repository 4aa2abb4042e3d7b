import { REVIEWED_TYPES, type ReviewedType } from '../domain/record-kinds.js';
import { REVIEWERS } from '../domain/reviewers.js';
import { CHANGE_DAYS, REVIEW_YEARS } from '../domain/review-term.js';
import { STATE } from './record-states.sql.js';

/** How each type names itself, and when nobody needs to look at it any more. */
const TABLES: Readonly<
  Record<ReviewedType, { table: string; code: string; name: string; owner: string; ended: string }>
> = {
  asset: {
    table: 'asset',
    code: 'r.tag',
    name: 'r.name',
    owner: 'r.owner_id',
    ended: `r.lifecycle in ('retired', 'disposed')`,
  },
  // Nobody is named to own a flow or a vendor: those who answer for compliance look after them.
  'data-flow': {
    table: 'data_flow',
    code: 'r.code',
    name: 'r.name',
    owner: 'null::uuid',
    ended: 'not r.active',
  },
  vendor: { table: 'vendor', code: `''`, name: 'r.name', owner: 'null::uuid', ended: 'not r.active' },
  // Risks of an analysis that was withdrawn stand in no register.
  risk: {
    table: 'risk',
    code: `'R-' || r.number`,
    name: 'r.title',
    owner: 'r.owner_id',
    ended: `(r.status = 'closed' or r.assessment_id = any (array(
      select w.id from assessment w where w.organization_id = $1 and w.status = 'withdrawn')))`,
  },
};

const REVIEWS = (
  type: ReviewedType,
): string => `select w.reviewed_at, w.reviewed_on, w.reviewed_by, w.outcome,
    'review' as source, w.record_version, w.state
  from record_review w where w.organization_id = r.organization_id and w.record_type = '${type}' and w.record_id = r.id
  order by w.reviewed_at desc, w.id desc limit 1`;

/** A rating with a reason is a look at the risk, and so is its review in the draft that it was carried into. */
const LOOKS_AT_RISK = `select * from ((${REVIEWS('risk')})
    union all (select c.reviewed_at, (c.reviewed_at at time zone $2)::date, c.reviewed_by, 'still-right', 'carried', null, null
      from carried_risk c where c.organization_id = r.organization_id and c.risk_id = r.id and c.reviewed_at is not null
      order by c.reviewed_at desc limit 1)
    union all select r.rated_at, (r.rated_at at time zone $2)::date, r.rated_by, 'still-right', 'rating', null, null
      where r.rated_at is not null and r.rating_reason <> '') looks
  order by reviewed_at desc limit 1`;

/** As `reviewDueOn` counts it. */
const DUE_ON = `case when l.outcome = 'needs-change' then l.reviewed_on + ${CHANGE_DAYS}
  else (coalesce(l.reviewed_on, (r.created_at at time zone $2)::date) + interval '${REVIEW_YEARS} year')::date end`;

function recordsOf(type: ReviewedType): string {
  const { table, code, name, owner, ended } = TABLES[type];
  return `select '${type}'::text as type, r.id, ${name} as name, ${code}::text as code, ${owner} as owner_id, r.version,
      (r.created_at at time zone $2)::date as entered_on, ${ended} as ended, ${DUE_ON} as due_on,
      l.reviewed_at, l.reviewed_on, l.reviewed_by, l.outcome, l.source,
      case when l.record_version is null or l.record_version = r.version then false
        else l.state <> ${STATE[type]} end as changed, ${STATE[type]} as state
    from ${table} r left join lateral (${type === 'risk' ? LOOKS_AT_RISK : REVIEWS(type)}) l on true
    where r.organization_id = $1`;
}

/**
 * SQL of all records that are looked at once a year, with the last look at each and the day when the next is due; `$1` is
 * the organization, `$2` its zone. Columns that nobody asks for cost nothing.
 */
export const REVIEWABLE = `(${REVIEWED_TYPES.map(recordsOf).join('\n union all ')})`;

const ROLES = REVIEWED_TYPES.map(
  (type) => `when '${type}' then array[${REVIEWERS[type].map((role) => `'${role}'`).join(', ')}]`,
).join(' ');

/** SQL: an active member `m` looks after the record `x` and may review it. */
export const OWNS = `m.organization_id = $1 and m.id = x.owner_id and m.active and m.role = any (case x.type ${ROLES} end)`;
/** SQL: there is one. */
export const HAS_OWNER = `exists (select 1 from membership m where ${OWNS})`;
