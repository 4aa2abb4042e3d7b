import type { ReadTx } from '../../../platform/database/tenant-db.js';

export interface ActionsOfRisk {
  /** Planned or under way. */
  unfinishedActions: number;
  /** Done, whether somebody checked it yet or not. */
  finishedActions: number;
}

export async function actionsOfRisk(tx: ReadTx, riskId: string): Promise<ActionsOfRisk> {
  const [row] = await tx.query<ActionsOfRisk>(
    `select count(*) filter (where t.status in ('planned', 'in-progress'))::int as "unfinishedActions",
            count(*) filter (where t.status in ('done', 'validated'))::int as "finishedActions"
     from remediation_effect e
     join remediation_action t on t.organization_id = e.organization_id and t.id = e.action_id
     where e.organization_id = $1 and e.risk_id = $2`,
    [tx.organizationId, riskId],
  );
  return row!;
}
