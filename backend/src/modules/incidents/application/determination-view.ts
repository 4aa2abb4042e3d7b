import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { memberNames, namedMember } from '../../../platform/identity/member-names.js';
import { typedId, typedIdOrNull } from '../../../platform/kernel/typed-id.js';
import type { DeterminationView } from '../determination.schemas.js';
import { determinationProblems } from '../domain/determination/determination.js';
import type { IncidentViewer } from '../domain/response/incident-viewer.js';
import type { DeterminationRow } from '../persistence/determination-rows.js';

export async function determinationViews(
  tx: ReadTx,
  rows: readonly DeterminationRow[],
  viewer: IncidentViewer,
): Promise<DeterminationView[]> {
  const people = rows.flatMap(({ signedBy, countersignedBy }) => [signedBy, countersignedBy]);
  const names = await memberNames(tx, [...new Set(people.filter((member) => member !== null))]);
  return rows.map((row) => ({
    id: typedId('determination', row.id),
    number: row.number,
    status: row.status,
    content: row.content,
    contentHash: row.contentHash,
    conclusion: row.conclusion,
    signedBy: namedMember(names, row.signedBy),
    signedAt: row.signedAt?.toISOString() ?? null,
    countersignedBy: namedMember(names, row.countersignedBy),
    countersignedAt: row.countersignedAt?.toISOString() ?? null,
    supersedesId: typedIdOrNull('determination', row.supersedesId),
    missing: row.status === 'draft' ? determinationProblems(row.content) : {},
    allowedActions: viewer.decides ? allowed(row, viewer.memberId) : [],
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
  }));
}

function allowed(
  { status, signedBy }: DeterminationRow,
  memberId: string,
): DeterminationView['allowedActions'] {
  if (status === 'draft') return ['save', 'sign'];
  if (status === 'signed') return signedBy === memberId ? ['return'] : ['countersign', 'return'];
  return status === 'countersigned' ? ['supersede'] : [];
}
