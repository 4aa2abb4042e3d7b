import type { WriteTx } from '../../../platform/database/tenant-db.js';
import { DomainError, notFound } from '../../../platform/kernel/domain-error.js';
import { stale } from '../../../platform/kernel/stale.js';
import type { OwnScale } from '../domain/own-scale.js';
import { findScale, type ScaleRow } from './scale.rows.js';

export interface NewScale {
  id: string;
  scaleId: string;
  title: string;
  reason: string;
  content: OwnScale;
  basedOnPack: string | null;
  basedOnId: string | null;
  createdBy: string;
}

/** The version behind a lock, as the person saw it. */
export async function lockScale(tx: WriteTx, id: string, seenVersion: number): Promise<ScaleRow> {
  const scale = await findScale(tx, id, 'update');
  if (!scale) throw notFound('scale');
  if (scale.version !== seenVersion) throw stale('scale');
  return scale;
}

/** Enters a draft as the next version of its scale; answers its number. Refused while another version is in work. */
export async function insertDraft(tx: WriteTx, draft: NewScale): Promise<number> {
  // Two who begin the next version at once: the second waits here and is told.
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('risk-scale|' || $1, 164))`, [draft.scaleId]);
  const [standing] = await tx.query<{ next: number; inWork: boolean }>(
    `select coalesce(max(number), 0) + 1 as next, coalesce(bool_or(status in ('draft', 'proposed')), false) as "inWork"
     from risk_scale_version where organization_id = $1 and scale_id = $2`,
    [tx.organizationId, draft.scaleId],
  );
  if (standing!.inWork)
    throw new DomainError(
      'scale.in-work',
      'conflict',
      'The next version of this scale is in work already. Go on with that one.',
    );
  await tx.query(
    `insert into risk_scale_version (organization_id, id, scale_id, number, title, reason, content, based_on_pack, based_on_id,
       created_by, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)`,
    [
      tx.organizationId,
      draft.id,
      draft.scaleId,
      standing!.next,
      draft.title,
      draft.reason,
      JSON.stringify(draft.content),
      draft.basedOnPack,
      draft.basedOnId,
      draft.createdBy,
      tx.now,
    ],
  );
  return standing!.next;
}

/** Columns of one version that change together, as SQL `name = $n` with the values from $4 on; $3 is now. */
export async function changeScale(
  tx: WriteTx,
  id: string,
  assignments: readonly string[],
  values: readonly unknown[],
): Promise<void> {
  const set = ['updated_at = $3', 'version = version + 1', ...assignments].join(', ');
  await tx.query(`update risk_scale_version set ${set} where organization_id = $1 and id = $2`, [
    tx.organizationId,
    id,
    tx.now,
    ...values,
  ]);
}

export async function deleteDraft(tx: WriteTx, id: string): Promise<void> {
  await tx.query('delete from risk_scale_version where organization_id = $1 and id = $2', [
    tx.organizationId,
    id,
  ]);
}

/** The version of the scale that is in force, behind a lock; null where none is. */
export async function lockInForce(tx: WriteTx, scaleId: string): Promise<{ id: string } | null> {
  const [row] = await tx.query<{ id: string }>(
    `select id from risk_scale_version where organization_id = $1 and scale_id = $2 and status = 'adopted' for update`,
    [tx.organizationId, scaleId],
  );
  return row ?? null;
}

/** Two scales in force of one name could not be told apart, whatever the case. */
export async function refuseTakenTitle(tx: WriteTx, { title, scaleId }: ScaleRow): Promise<void> {
  // Two that are adopted under one name at once: the second waits here and is told.
  await tx.query(
    `select pg_advisory_xact_lock(hashtextextended('risk-scale-title|' || $1 || '|' || lower($2), 164))`,
    [tx.organizationId, title],
  );
  const [taken] = await tx.query<{ title: string }>(
    `select title from risk_scale_version
     where organization_id = $1 and status = 'adopted' and lower(title) = lower($2) and scale_id <> $3`,
    [tx.organizationId, title, scaleId],
  );
  if (!taken) return;
  const message = `Another scale in force is called “${taken.title}”.`;
  throw new DomainError('scale.title-taken', 'conflict', message, { fieldErrors: { title: [message] } });
}
