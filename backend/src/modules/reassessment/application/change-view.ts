import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { appPage } from '../../../platform/http/app-page.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import type { ChangeView } from '../reassessment.schemas.js';
import type { ChangeRow } from '../persistence/change-list.js';
import { changeDescription, decisionReason } from '../persistence/change-rows.js';

export function changeView(tx: ReadTx, row: ChangeRow): ChangeView {
  return {
    id: typedId('environmentChange', row.id),
    kind: row.kind,
    origin: row.origin,
    state: row.state,
    subject: {
      type: row.subjectType,
      name: row.subjectName,
      href: row.subjectType && row.subjectStands ? appPage(row.subjectType, row.subjectId!) : null,
    },
    details: row.details,
    description: changeDescription.openOrNull(tx, row.id, row.description) ?? '',
    happenedOn: row.happenedOn,
    recordedAt: row.recordedAt.toISOString(),
    madeBy: person(row.madeById, row.madeByName),
    decision: row.decision && {
      outcome: row.decision,
      reason: decisionReason.openOrNull(tx, row.id, row.decisionReason) ?? '',
      decidedBy: person(row.decidedById, row.decidedByName)!,
      decidedAt: row.decidedAt!.toISOString(),
      assessment: analysis(row.assessmentId, row.assessmentTitle),
    },
    coveredBy: analysis(row.coveredById, row.coveredByTitle),
    coveredAt: row.coveredAt?.toISOString() ?? null,
    version: row.version,
  };
}

function person(id: string | null, name: string | null) {
  return id === null ? null : { id: typedId('member', id), name: name ?? '' };
}

function analysis(id: string | null, title: string | null) {
  return id === null ? null : { id: typedId('assessment', id), title: title ?? '' };
}
