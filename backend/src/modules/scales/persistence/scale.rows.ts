import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import { ID_PREFIX } from '../../../platform/kernel/typed-id.js';
import type { OwnScale, ScaleStatus } from '../domain/own-scale.js';

export interface NamedMember {
  id: string;
  name: string;
}

/** A version of a scale as it is kept. */
export interface ScaleRow {
  id: string;
  scaleId: string;
  number: number;
  status: ScaleStatus;
  title: string;
  reason: string;
  content: OwnScale;
  basedOnPack: string | null;
  basedOnId: string | null;
  createdBy: NamedMember;
  createdAt: Date;
  updatedAt: Date;
  /** The bare id, to compare with who asks. */
  proposedById: string | null;
  proposedBy: NamedMember | null;
  proposedAt: Date | null;
  returnedBy: NamedMember | null;
  returnNote: string;
  adoptedBy: NamedMember | null;
  adoptedOn: CalendarDate | null;
  contentHash: string | null;
  endedBy: NamedMember | null;
  endedAt: Date | null;
  endReason: string;
  version: number;
}

/** SQL for {id, name} of a member of $1, or null. */
export const memberOf = (column: string): string =>
  `(select jsonb_build_object('id', '${ID_PREFIX.member}_' || replace(m.id::text, '-', ''), 'name', p.name)
    from membership m join person p on p.id = m.person_id where m.organization_id = $1 and m.id = ${column})`;

const COLUMNS = `s.id, s.scale_id as "scaleId", s.number, s.status, s.title, s.reason, s.content, s.based_on_pack as "basedOnPack",
  s.based_on_id as "basedOnId", ${memberOf('s.created_by')} as "createdBy", s.created_at as "createdAt", s.updated_at as "updatedAt",
  s.proposed_by as "proposedById", ${memberOf('s.proposed_by')} as "proposedBy", s.proposed_at as "proposedAt",
  ${memberOf('s.returned_by')} as "returnedBy", s.return_note as "returnNote", ${memberOf('s.adopted_by')} as "adoptedBy",
  to_char(s.adopted_on, 'YYYY-MM-DD') as "adoptedOn", s.content_hash as "contentHash", ${memberOf('s.ended_by')} as "endedBy",
  s.ended_at as "endedAt", s.end_reason as "endReason", s.version`;

/** `share`: stays adopted until this transaction ends; `update`: nobody else changes it meanwhile. */
export async function findScale(tx: ReadTx, id: string, lock?: 'share' | 'update'): Promise<ScaleRow | null> {
  const [row] = await tx.query<ScaleRow>(
    `select ${COLUMNS} from risk_scale_version s where s.organization_id = $1 and s.id = $2
     ${lock ? `for ${lock} of s` : ''}`,
    [tx.organizationId, id],
  );
  return row ?? null;
}

/** All of the scales with these ids, in one turn. */
export function findScales(tx: ReadTx, ids: readonly string[]): Promise<ScaleRow[]> {
  return tx.query<ScaleRow>(
    `select ${COLUMNS} from risk_scale_version s where s.organization_id = $1 and s.id = any ($2::uuid[])`,
    [tx.organizationId, [...ids]],
  );
}

export interface VersionHead {
  id: string;
  number: number;
  status: ScaleStatus;
}

/** Of one scale, the newest first. */
export function versionsOf(tx: ReadTx, scaleId: string): Promise<VersionHead[]> {
  return tx.query<VersionHead>(
    `select id, number, status from risk_scale_version where organization_id = $1 and scale_id = $2
     order by number desc limit 100`,
    [tx.organizationId, scaleId],
  );
}

export interface RatedAnalysis {
  id: string;
  title: string;
  signed: boolean;
}

export function analysesBy(tx: ReadTx, id: string): Promise<RatedAnalysis[]> {
  return tx.query<RatedAnalysis>(
    `select id, title, status = 'signed' as signed from assessment where organization_id = $1 and own_scale_id = $2
     order by status = 'signed', id desc limit 20`,
    [tx.organizationId, id],
  );
}
