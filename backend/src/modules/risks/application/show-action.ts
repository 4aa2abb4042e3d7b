import { Injectable } from '@nestjs/common';
import { TenantDb, type ReadTx } from '../../../platform/database/tenant-db.js';
import { notFound } from '../../../platform/kernel/domain-error.js';
import { uuidOf } from '../../../platform/kernel/typed-id.js';
import type { ActionView } from '../action.schemas.js';
import { allowedActions, isUnfinished } from '../domain/action-transitions.js';
import { standsStill } from '../domain/register-gate.js';
import { mayRecordLesson } from '../domain/lesson.js';
import { actionDetail, type ActionDetail } from '../persistence/action-detail.query.js';
import { assessmentPins } from '../persistence/assessment-pins.js';
import { dependenciesOf, type Dependencies } from '../persistence/dependency.repository.js';
import { effectsOfAction } from '../persistence/effect.query.js';
import { evidenceOfSubjects } from '../persistence/evidence.query.js';
import { AssessmentPacks } from './assessment-packs.js';
import { effectViews } from './effect-views.js';
import { scaleView } from './scale-view.js';
import { registerViewer, type RegisterViewer } from './register-viewer.js';

/** What only planning touches; it stands still while the analysis waits for approval. */
const PLANNING: readonly ActionView['allowedActions'][number][] = ['update', 'cancellation'];

@Injectable()
export class ShowAction {
  constructor(
    private readonly db: TenantDb,
    private readonly packs: AssessmentPacks,
  ) {}

  execute(id: string): Promise<ActionView> {
    return this.db.read((tx) => this.within(tx, id));
  }

  /** As it is inside a transaction: what a write answers with. */
  async within(tx: ReadTx, id: string): Promise<ActionView> {
    const viewer = registerViewer();
    const detail = await actionDetail(tx, id);
    if (!viewer.seesAll && detail.ownerUuid !== viewer.memberId) throw notFound('action');
    const evidence = await evidenceOfSubjects(tx, 'remediation-action', [id]);
    const effects = await effectsOfAction(tx, id);
    const dependencies = await dependenciesOf(tx, id, viewer.seesAll ? null : viewer.memberId);
    const scale = await this.packs.scaleOf(tx, await assessmentPins(tx, uuidOf(detail.assessment.id)));
    return {
      ...detail,
      effects: effectViews(effects, scale, { seesRatings: viewer.seesAll, isDone: detail.status === 'done' }),
      scale: viewer.seesAll ? scaleView(scale) : null,
      ...dependencies,
      evidence: evidence.get(id) ?? [],
      allowedActions: allowed(detail, dependencies, viewer),
    };
  }
}

function allowed(
  detail: ActionDetail,
  { waitsFor }: Dependencies,
  viewer: RegisterViewer,
): ActionView['allowedActions'] {
  const facts = { status: detail.status, ownerId: detail.ownerUuid, completedBy: detail.completedByUuid };
  const waits = waitsFor.some(({ status }) => isUnfinished(status));
  const teach = mayRecordLesson(facts, viewer) ? ['teach' as const] : [];
  const possible = [
    ...allowedActions(facts, viewer).filter((action) => action !== 'completion' || !waits),
    ...teach,
  ];
  if (detail.assessment.status === 'withdrawn') return teach;
  return standsStill(detail.assessment.status)
    ? possible.filter((action) => !PLANNING.includes(action))
    : possible;
}
