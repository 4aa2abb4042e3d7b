import { currentContext, currentMember } from '../../../platform/context/request-context.js';
import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { notFound } from '../../../platform/kernel/domain-error.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import { scaleProblems, scaleWarnings } from '../domain/own-scale-problems.js';
import { valueAt, type OwnScale } from '../domain/own-scale.js';
import { scaleMoves } from '../domain/scale-moves.js';
import { scaleChanges } from '../domain/scale-changes.js';
import type { ScaleListRow } from '../persistence/scale-list.js';
import {
  analysesBy,
  findScale,
  versionsOf,
  type ScaleRow,
  type VersionHead,
} from '../persistence/scale.rows.js';
import type { ScaleItem, ScaleView } from '../scale.schemas.js';

export function itemView({ id, updatedAt, ...row }: ScaleListRow): ScaleItem {
  return { ...row, id: typedId('scale', id), updatedAt: updatedAt.toISOString() };
}

/** One version with everything that its page shows. */
export async function scaleViewOf(tx: ReadTx, id: string): Promise<ScaleView> {
  const row = await findScale(tx, id);
  if (!row) throw notFound('scale');
  const versions = await versionsOf(tx, row.scaleId);
  const before = row.basedOnId === null ? null : await findScale(tx, row.basedOnId);
  const analyses = await analysesBy(tx, id);
  const problems = row.status === 'draft' ? scaleProblems(row.content) : [];
  return {
    ...factsOf(row),
    content: contentView(row.content),
    problems,
    warnings: scaleWarnings(row.content),
    changes: before && {
      since: { id: typedId('scale', before.id), number: before.number },
      ...scaleChanges(before.content, row.content),
    },
    versions: versions.map(({ id: other, ...head }) => ({ ...head, id: typedId('scale', other) })),
    analyses: analyses.map(({ id: rated, ...rest }) => ({ ...rest, id: typedId('assessment', rated) })),
    allowedActions: movesNow(row, versions, problems.length > 0),
  };
}

function movesNow(row: ScaleRow, versions: readonly VersionHead[], hasProblems: boolean) {
  const { permissions } = currentContext();
  return scaleMoves(
    {
      status: row.status,
      hasProblems: hasProblems || row.reason.trim() === '',
      isOwnProposal: row.proposedById === currentMember().memberId,
      isNewest: versions[0]?.id === row.id,
    },
    { writes: permissions.has('scale:write'), adopts: permissions.has('scale:adopt') },
  );
}

function factsOf(row: ScaleRow) {
  const { id, title, number, status, reason, adoptedBy, adoptedOn, version, basedOnPack, contentHash } = row;
  return {
    id: typedId('scale', id),
    title,
    number,
    status,
    reason,
    adoptedBy,
    adoptedOn,
    version,
    basedOnPack,
    contentHash,
    updatedAt: row.updatedAt.toISOString(),
    createdBy: row.createdBy,
    createdAt: row.createdAt.toISOString(),
    proposedBy: row.proposedBy,
    proposedAt: row.proposedAt?.toISOString() ?? null,
    returned: row.returnedBy && { by: row.returnedBy, note: row.returnNote },
    ended: row.endedBy &&
      row.endedAt && { by: row.endedBy, at: row.endedAt.toISOString(), reason: row.endReason },
  };
}

function contentView({ likelihood, impact, levels, matrix }: OwnScale): ScaleView['content'] {
  const valued = (steps: OwnScale['likelihood']) =>
    steps.map((step, place) => ({ ...step, value: valueAt(place, steps.length) }));
  return {
    likelihood: valued(likelihood),
    impact: valued(impact),
    levels: levels.map((level, place) => ({
      ...level,
      rank: Math.round(10 * valueAt(place, levels.length)),
    })),
    matrix,
  };
}
