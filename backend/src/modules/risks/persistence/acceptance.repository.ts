import { newId } from '../../../platform/database/new-id.js';
import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import type { AcceptanceStatus, AcceptedState } from '../domain/acceptance.js';
import { sqlInstant, sqlMember } from './sql-ids.js';

interface NamedMember {
  id: string;
  name: string;
}

export interface StoredAcceptance {
  id: string;
  riskId: string;
  reason: string;
  untilOn: CalendarDate;
  state: AcceptedState;
  stateHash: string;
  askedById: string;
  askedBy: NamedMember;
  askedAt: string;
  status: AcceptanceStatus;
  decidedBy: NamedMember | null;
  decidedAt: string | null;
  decisionNote: string;
  staleAt: string | null;
  version: number;
}

const COLUMNS = `c.id, c.risk_id as "riskId", c.reason, to_char(c.until_on, 'YYYY-MM-DD') as "untilOn", c.state, c.state_hash as "stateHash",
  c.asked_by as "askedById", ${sqlMember('c.asked_by')} as "askedBy", ${sqlInstant('c.asked_at')} as "askedAt", c.status,
  ${sqlMember('c.decided_by')} as "decidedBy", ${sqlInstant('c.decided_at')} as "decidedAt", c.decision_note as "decisionNote",
  ${sqlInstant('c.stale_at')} as "staleAt", c.version`;

/** Of one risk, the newest first. */
export function acceptancesOf(tx: ReadTx, riskId: string): Promise<StoredAcceptance[]> {
  return tx.query<StoredAcceptance>(
    `select ${COLUMNS} from risk_acceptance c where c.organization_id = $1 and c.risk_id = $2 order by c.id desc limit 100`,
    [tx.organizationId, riskId],
  );
}

/** Waits for others who decide about the same one. */
export async function lockAcceptance(
  tx: WriteTx,
  riskId: string,
  id: string,
): Promise<StoredAcceptance | null> {
  const [row] = await tx.query<StoredAcceptance>(
    `select ${COLUMNS} from risk_acceptance c
     where c.organization_id = $1 and c.risk_id = $2 and c.id = $3 for update of c`,
    [tx.organizationId, riskId, id],
  );
  return row ?? null;
}

export interface NewAcceptance {
  riskId: string;
  reason: string;
  untilOn: CalendarDate;
  state: AcceptedState;
  stateHash: string;
  askedBy: string;
}

/** Answers the id; null where one is asked for already. */
export async function insertAcceptance(tx: WriteTx, asked: NewAcceptance): Promise<string | null> {
  const rows = await tx.query<{ id: string }>(
    `insert into risk_acceptance (organization_id, id, risk_id, reason, until_on, state, state_hash, asked_by, asked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (organization_id, risk_id) where status = 'asked' do nothing returning id`,
    [
      tx.organizationId,
      newId(),
      asked.riskId,
      asked.reason,
      asked.untilOn,
      JSON.stringify(asked.state),
      asked.stateHash,
      asked.askedBy,
      tx.now,
    ],
  );
  return rows[0]?.id ?? null;
}

export async function settleAcceptance(
  tx: WriteTx,
  id: string,
  status: Exclude<AcceptanceStatus, 'asked'>,
  by: string,
  note: string,
): Promise<void> {
  await tx.query(
    `update risk_acceptance set status = $3, decided_by = $4, decided_at = $5, decision_note = $6, version = version + 1
     where organization_id = $1 and id = $2`,
    [tx.organizationId, id, status, by, tx.now, note],
  );
}

export interface ApprovedAcceptance {
  untilOn: CalendarDate;
  askedById: string;
  isStale: boolean;
}

/** The newest acceptance of the risk that was approved; what has become stale comes last. */
export async function newestApproved(tx: ReadTx, riskId: string): Promise<ApprovedAcceptance | null> {
  const [row] = await tx.query<ApprovedAcceptance>(
    `select to_char(until_on, 'YYYY-MM-DD') as "untilOn", asked_by as "askedById", stale_at is not null as "isStale"
     from risk_acceptance where organization_id = $1 and risk_id = $2 and status = 'approved'
     order by stale_at is not null, id desc limit 1`,
    [tx.organizationId, riskId],
  );
  return row ?? null;
}

/** Marks the acceptances of the risk that were approved for another state than this one; answers their ids. */
export async function markStale(tx: WriteTx, riskId: string, stateHash: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `update risk_acceptance set stale_at = $4, version = version + 1
     where organization_id = $1 and risk_id = $2 and status = 'approved' and stale_at is null and state_hash <> $3
     returning id`,
    [tx.organizationId, riskId, stateHash, tx.now],
  );
  return rows.map(({ id }) => id);
}
