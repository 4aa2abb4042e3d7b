import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { LoweredRisk, RatedPair } from '../domain/effect.js';
import { sqlInstant, sqlMember } from './sql-ids.js';

interface StoredRating extends RatedPair {
  level: string;
}

/** A risk that an action lowers, as it stands; ids are plain. */
export interface Effect extends LoweredRisk {
  riskId: string;
  number: number;
  title: string;
  version: number;
  isMain: boolean;
  inherent: StoredRating | null;
  residual: StoredRating | null;
  expected: StoredRating | null;
  outcomes: {
    outcome: 'moved' | 'left';
    reason: string;
    from: StoredRating | null;
    to: StoredRating;
    by: { id: string; name: string };
    at: string;
  }[];
}

const stored = (
  table: string,
  prefix: string,
): string => `case when ${table}.${prefix}_level is null then null else
  jsonb_build_object('likelihood', ${table}.${prefix}_likelihood, 'impact', ${table}.${prefix}_impact, 'level', ${table}.${prefix}_level) end`;

const OUTCOMES = `(select coalesce(jsonb_agg(jsonb_build_object('outcome', o.outcome, 'reason', o.reason, 'from', ${stored('o', 'from')},
    'to', ${stored('o', 'to')}, 'by', ${sqlMember('o.decided_by')}, 'at', ${sqlInstant('o.decided_at')}) order by o.id), '[]')
  from remediation_outcome o where o.organization_id = $1 and o.action_id = e.action_id and o.risk_id = e.risk_id)`;

/** The risks that an action lowers: the one that it was planned against first. There are at most fifty. */
export async function effectsOfAction(tx: ReadTx, actionId: string): Promise<Effect[]> {
  const rows = await tx.query<{ effect: Effect }>(
    `select jsonb_build_object('riskId', k.id, 'number', k.number, 'title', k.title, 'status', k.status, 'version', k.version,
       'isMain', k.id is not distinct from t.risk_id, 'inherent', ${stored('k', 'inherent')}, 'residual', ${stored('k', 'residual')},
       'expected', ${stored('e', 'expected')}, 'outcomes', ${OUTCOMES}) as effect
     from remediation_effect e
     join remediation_action t on t.organization_id = e.organization_id and t.id = e.action_id
     join risk k on k.organization_id = e.organization_id and k.id = e.risk_id
     where e.organization_id = $1 and e.action_id = $2 order by (k.id is not distinct from t.risk_id) desc, k.number`,
    [tx.organizationId, actionId],
  );
  return rows.map(({ effect }) => effect);
}
