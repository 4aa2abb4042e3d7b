import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import type { SignedFigures } from '../domain/signed-figures.js';
import type { RiskTrendView } from '../trend.schemas.js';
import { scaleRefOf, type ScaleRef } from './scale-ref.js';
import { openActionSql } from './action-list.query.js';
import { sqlId, sqlMember } from './sql-ids.js';

export interface SignedPoint {
  assessmentId: string;
  title: string;
  on: CalendarDate;
  scale: ScaleRef;
  /** Null: signed before figures were kept. */
  figures: SignedFigures | null;
}

/** The latest signed analyses, the oldest of them first. */
export async function signedPoints(tx: ReadTx, most: number): Promise<SignedPoint[]> {
  const rows = await tx.query<SignedPoint>(
    `select n.assessment_id as "assessmentId", a.title, to_char(n.approved_on, 'YYYY-MM-DD') as on,
       ${scaleRefOf('a')} as scale, n.figures
     from assessment_snapshot n join assessment a on a.organization_id = n.organization_id and a.id = n.assessment_id
     where n.organization_id = $1 order by n.approved_at desc, n.id desc limit $2`,
    [tx.organizationId, most],
  );
  return rows.reverse();
}

export interface LevelCount {
  scale: ScaleRef;
  kind: 'inherent' | 'residual';
  /** Null: not rated. */
  level: string | null;
  count: number;
}

/** How many open risks stand at each level, by the scale of the analysis that each is in. */
export function openLevelCounts(tx: ReadTx): Promise<LevelCount[]> {
  const of = (kind: LevelCount['kind']): string =>
    `select assessment_id, '${kind}' as kind, ${kind}_level as level, n from counted`;
  return tx.query<LevelCount>(
    `with counted as (
       select assessment_id, inherent_level, residual_level, count(*) as n from risk
       where organization_id = $1 and status <> 'closed' group by 1, 2, 3)
     select ${scaleRefOf('a')} as scale, l.kind, l.level,
       sum(l.n)::int as count
     from (${of('inherent')} union all ${of('residual')}) l
     join assessment a on a.organization_id = $1 and a.id = l.assessment_id and a.status <> 'withdrawn'
     group by 1, 2, 3`,
    [tx.organizationId],
  );
}

/** Budget of the actions that are planned or in work. */
export async function openBudget(tx: ReadTx): Promise<number> {
  const [row] = await tx.query<{ cents: string }>(
    `select coalesce(sum(budget_cents), 0) as cents from remediation_action
     where organization_id = $1 and status in ('planned', 'in-progress')`,
    [tx.organizationId],
  );
  return Number(row!.cents);
}

type TopRisk = RiskTrendView['topRisks'][number];
export type TopRiskRow = Omit<TopRisk, 'inherentLevel' | 'residualLevel'> & {
  scale: ScaleRef;
  inherentLevel: string | null;
  residualLevel: string | null;
};

/** The open risks that stand highest with their safeguards. */
export async function topRisks(tx: ReadTx, most: number): Promise<TopRiskRow[]> {
  const rows = await tx.query<{ item: TopRiskRow }>(
    `select jsonb_build_object('id', ${sqlId('risk', 'r.id')}, 'number', r.number, 'title', r.title,
       'assessmentId', ${sqlId('assessment', 'r.assessment_id')},
       'scale', (select ${scaleRefOf('a')}
         from assessment a where a.organization_id = $1 and a.id = r.assessment_id),
       'inherentLevel', r.inherent_level, 'residualLevel', r.residual_level, 'treatment', r.treatment,
       'owner', ${sqlMember('r.owner_id')}, 'status', r.status,
       'nextAction', (select jsonb_build_object('id', ${sqlId('action', 't.id')}, 'number', t.number, 'title', t.title,
           'status', t.status, 'dueOn', t.due_on)
         from remediation_effect e join remediation_action t
           on t.organization_id = e.organization_id and t.id = e.action_id and ${openActionSql('t')}
         where e.organization_id = $1 and e.risk_id = r.id
         order by t.status = 'done', t.due_sort, t.id limit 1)) as item
     from (select * from risk where organization_id = $1 and status <> 'closed'
       and assessment_id <> all (array(select id from assessment where organization_id = $1 and status = 'withdrawn'))
       order by residual_sort, id limit $2) r
     order by r.residual_sort, r.inherent_sort, r.id`,
    [tx.organizationId, most],
  );
  return rows.map(({ item }) => item);
}
