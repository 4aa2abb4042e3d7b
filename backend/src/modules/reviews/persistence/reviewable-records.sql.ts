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
    // What is retired still holds what it held, until it is disposed of.
    ended: `r.lifecycle = 'disposed'`,
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
    // As a choice: a plain comparison would be taken for one that leaves next to nothing.
    ended: `(r.status = 'closed' or case when r.assessment_id = any (array(
      select w.id from assessment w where w.organization_id = $1 and w.status = 'withdrawn')) then true else false end)`,
  },
};

const LAST_REVIEW = (type: ReviewedType, alias: string): string => `left join record_last_review ${alias}
  on ${alias}.organization_id = $1 and ${alias}.record_type = '${type}' and ${alias}.record_id = r.id`;

const LOOKS = (type: ReviewedType): string => `${LAST_REVIEW(type, 'v')}
  cross join lateral (select v.reviewed_at, v.reviewed_on, v.reviewed_by, v.outcome,
    case when v.review_id is not null then 'review' end as source, v.review_id, v.record_version) l`;

/**
 * A rating with a reason is a look at the risk, and so is its review in the draft that it was carried into. Both say that
 * it is right as it stands: whoever finds otherwise rates it otherwise. What a review found to need a change is ended by a
 * rating with another reason than it had then, or anew in a draft; a draft's bare confirmation changes nothing of it.
 */
const LOOKS_AT_RISK = `${LAST_REVIEW('risk', 'v')}
  left join (select distinct on (risk_id) risk_id, reviewed_at as at, reviewed_by,
      max(reviewed_at) filter (where outcome = 'rated-anew') over (partition by risk_id) as anew_at
    from carried_risk where organization_id = $1 and reviewed_at is not null order by risk_id, reviewed_at desc) k on k.risk_id = r.id
  cross join lateral (select case when r.rating_reason <> '' and (v.outcome is distinct from 'needs-change'
      or r.rating_reason is distinct from (select w.state ->> 'ratingReason' from record_review w
        where w.organization_id = $1 and w.id = v.review_id)) then r.rated_at end as at) g
  cross join lateral (select k.reviewed_by, case when v.outcome is distinct from 'needs-change'
      or greatest(k.anew_at, g.at) > v.reviewed_at then k.at end as reviewed_at) c
  cross join lateral (select case greatest(v.reviewed_at, c.reviewed_at, g.at)
      when v.reviewed_at then 'review' when c.reviewed_at then 'carried' when g.at then 'rating' end as source) s
  cross join lateral (select s.source,
    case s.source when 'review' then v.reviewed_at when 'carried' then c.reviewed_at when 'rating' then g.at end as reviewed_at,
    case s.source when 'review' then v.reviewed_on when 'carried' then (c.reviewed_at at time zone $2)::date
      when 'rating' then (g.at at time zone $2)::date end as reviewed_on,
    case s.source when 'review' then v.reviewed_by when 'carried' then c.reviewed_by when 'rating' then r.rated_by end as reviewed_by,
    case when s.source = 'review' then v.outcome when s.source is not null then 'still-right' end as outcome,
    case when s.source = 'review' then v.review_id end as review_id,
    case when s.source = 'review' then v.record_version end as record_version) l`;

/** As `reviewDueOn` counts it. */
const DUE_ON = `case when l.outcome = 'needs-change' then l.reviewed_on + ${CHANGE_DAYS}
  else (coalesce(l.reviewed_on, (r.created_at at time zone $2)::date) + interval '${REVIEW_YEARS} year')::date end`;

function recordsOf(type: ReviewedType): string {
  const { table, code, name, owner, ended } = TABLES[type];
  return `select '${type}'::text as type, r.id, ${name} as name, ${code}::text as code, ${owner} as owner_id, r.version,
      (r.created_at at time zone $2)::date as entered_on, ${ended} as ended, ${DUE_ON} as due_on,
      l.reviewed_at, l.reviewed_on, l.reviewed_by, l.outcome, l.source,
      case when l.record_version is null or l.record_version = r.version then false
        else ${STATE[type]} <> (select w.state from record_review w
          where w.organization_id = r.organization_id and w.id = l.review_id) end as changed, ${STATE[type]} as state
    from ${table} r ${type === 'risk' ? LOOKS_AT_RISK : LOOKS(type)}
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
/** SQL: it is the member of this parameter. */
export const LOOKED_AFTER_BY = (place: string): string =>
  `exists (select 1 from membership m where ${OWNS} and m.id = ${place}::uuid)`;
