import { encryptedColumn } from '../../../platform/crypto/encrypted-column.js';
import { newId } from '../../../platform/database/new-id.js';
import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import type { ChangedField, ChangeKind, Decision, SubjectType } from '../domain/change-kinds.js';

export const changeDescription = encryptedColumn('environment_change', 'description');
export const decisionReason = encryptedColumn('environment_change', 'decision_reason');

export interface NewChange {
  kind: ChangeKind;
  subject: { type: SubjectType; id: string } | null;
  subjectName: string;
  details: ChangedField[];
  description: string;
  happenedOn: CalendarDate;
  madeBy: string | null;
  /** Of what may be found a second time. */
  sourceKey: string | null;
}

const BATCH = 1_000;

/** Answers those that were not known before. */
export async function insertChanges(
  tx: WriteTx,
  origin: 'noticed' | 'reported',
  changes: readonly NewChange[],
): Promise<{ id: string; kind: ChangeKind }[]> {
  const added: { id: string; kind: ChangeKind }[] = [];
  for (let start = 0; start < changes.length; start += BATCH) {
    const rows = changes.slice(start, start + BATCH).map((change) => rowOf(tx, change));
    added.push(
      ...(await tx.query<{ id: string; kind: ChangeKind }>(INSERT, [
        tx.organizationId,
        origin,
        tx.now,
        JSON.stringify(rows),
      ])),
    );
  }
  return added;
}

// Begun before an analysis was handed in and written after it, a change is none of that analysis: its instant is a later one.
const INSERT = `insert into environment_change (organization_id, id, kind, origin, subject_type, subject_id, subject_name, details,
    description, happened_on, recorded_at, made_by, source_key, updated_at)
  select $1, c.id, c.kind, $2, c.subject_type, c.subject_id, c.subject_name, c.details, decode(c.description, 'base64'),
    c.happened_on, greatest($3::timestamptz, (select max(a.submitted_at) + interval '1 millisecond' from assessment a
      where a.organization_id = $1 and a.status = 'in-review')), c.made_by, c.source_key, $3
  from jsonb_to_recordset($4::jsonb) as c(id uuid, kind text, subject_type text, subject_id uuid, subject_name text,
    details jsonb, description text, happened_on date, made_by uuid, source_key text)
  on conflict (organization_id, source_key) do nothing returning id, kind`;

function rowOf(tx: WriteTx, change: NewChange) {
  const id = newId();
  return {
    id,
    kind: change.kind,
    subject_type: change.subject?.type ?? null,
    subject_id: change.subject?.id ?? null,
    subject_name: change.subjectName,
    details: change.details,
    description: changeDescription.sealOrNull(tx, id, change.description)?.toString('base64') ?? null,
    happened_on: change.happenedOn,
    made_by: change.madeBy,
    source_key: change.sourceKey,
  };
}

/** SQL: nobody decided it, no analysis covers it. */
export const UNDECIDED = 'decision is null and covered_by is null and withdrawn_at is null';

export interface Undecided {
  count: number;
  oldestOn: CalendarDate | null;
}

export async function undecided(tx: ReadTx): Promise<Undecided> {
  const [row] = await tx.query<Undecided>(
    `select count(*)::int as count, to_char(min(happened_on), 'YYYY-MM-DD') as "oldestOn"
     from environment_change where organization_id = $1 and ${UNDECIDED}`,
    [tx.organizationId],
  );
  return row!;
}

export interface KindCount {
  kind: ChangeKind;
  count: number;
}

export function undecidedKinds(tx: ReadTx): Promise<KindCount[]> {
  return tx.query<KindCount>(
    `select kind, count(*)::int as count from environment_change where organization_id = $1 and ${UNDECIDED}
     group by kind order by count desc, kind`,
    [tx.organizationId],
  );
}

/** All that nobody decided of these kinds, locked in the order of `lockChanges`. */
export function lockUndecidedOf(
  tx: WriteTx,
  kinds: readonly ChangeKind[],
): Promise<{ id: string; kind: ChangeKind }[]> {
  return tx.query<{ id: string; kind: ChangeKind }>(
    `select id, kind from environment_change where organization_id = $1 and kind = any ($2::text[]) and ${UNDECIDED}
     order by id for update`,
    [tx.organizationId, kinds],
  );
}

export interface SeenChange {
  id: string;
  version: number;
}

export interface LockedChange extends SeenChange {
  kind: ChangeKind;
  isUndecided: boolean;
}

/** Locked in one order, so that two people who decide at once wait for each other. */
export function lockChanges(tx: WriteTx, ids: readonly string[]): Promise<LockedChange[]> {
  return tx.query<LockedChange>(
    `select id, version, kind, (${UNDECIDED}) as "isUndecided" from environment_change
     where organization_id = $1 and id = any ($2::uuid[]) order by id for update`,
    [tx.organizationId, ids],
  );
}

export interface DecisionToKeep {
  decision: Decision;
  reason: string;
  assessmentId: string | null;
  memberId: string;
}

export async function keepDecision(
  tx: WriteTx,
  ids: readonly string[],
  { decision, reason, assessmentId, memberId }: DecisionToKeep,
): Promise<void> {
  const reasons = ids.map((id) => decisionReason.sealOrNull(tx, id, reason));
  await tx.query(
    `update environment_change c set decision = $4, decision_reason = d.reason, decided_by = $5, decided_at = $6,
       assessment_id = $7, updated_at = $6, version = c.version + 1
     from unnest($2::uuid[], $3::bytea[]) as d(id, reason) where c.organization_id = $1 and c.id = d.id`,
    [tx.organizationId, ids, reasons, decision, memberId, tx.now, assessmentId],
  );
}

/** What was recorded until an instant belongs to the analysis that was handed in then; answers how many. */
export async function coverUntil(tx: WriteTx, assessmentId: string, until: Date): Promise<number> {
  const rows = await tx.query(
    `update environment_change set covered_by = $2, covered_at = $4, updated_at = $4, version = version + 1
     where organization_id = $1 and covered_by is null and withdrawn_at is null and recorded_at <= $3 returning id`,
    [tx.organizationId, assessmentId, until, tx.now],
  );
  return rows.length;
}

/** The records were taken back with their import, so that nothing came. What people decided stays. */
export async function withdrawAdded(tx: WriteTx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `update environment_change set withdrawn_at = $3, updated_at = $3, version = version + 1
     where organization_id = $1 and subject_type in ('asset', 'data-flow') and subject_id = any ($2::uuid[]) and ${UNDECIDED} returning id`,
    [tx.organizationId, ids, tx.now],
  );
  return rows.map(({ id }) => id);
}

/** The file that the change came from was undone, so that it found nothing. What people decided stays. */
export async function withdrawFound(tx: WriteTx, scanId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `update environment_change set withdrawn_at = $3, updated_at = $3, version = version + 1
     where organization_id = $1 and subject_type = 'scan' and subject_id = $2 and kind = 'critical-found' and ${UNDECIDED} returning id`,
    [tx.organizationId, scanId, tx.now],
  );
  return rows.map(({ id }) => id);
}

/**
 * Until this transaction ends nobody else notes or decides a change, nor hands an analysis in: the review is as the changes
 * are, and each change lies before a hand-in or after it. Taken after the records that change, and after analyses; before
 * obligations.
 */
export async function takeTurn(tx: WriteTx): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('change-review|' || $1, 0))`, [
    tx.organizationId,
  ]);
}

/** What was taken into an analysis that was withdrawn is undecided again; answers the ids. */
export async function undecideTakenInto(tx: WriteTx, assessmentId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `update environment_change set decision = null, decision_reason = null, decided_by = null, decided_at = null,
       assessment_id = null, updated_at = $3, version = version + 1
     where organization_id = $1 and assessment_id = $2 and covered_by is null returning id`,
    [tx.organizationId, assessmentId, tx.now],
  );
  return rows.map(({ id }) => id);
}
