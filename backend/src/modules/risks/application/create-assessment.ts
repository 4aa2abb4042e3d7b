import { Injectable } from '@nestjs/common';
import { currentMember } from '../../../platform/context/request-context.js';
import { newId } from '../../../platform/database/new-id.js';
import { TenantDb, type WriteTx } from '../../../platform/database/tenant-db.js';
import { invalidField } from '../../../platform/kernel/domain-error.js';
import { typedId, typedIdPattern, uuidOf } from '../../../platform/kernel/typed-id.js';
import { Packs, SHIPPED, type PackRef } from '../../compliance/index.js';
import { holdInForce } from '../../scales/index.js';
import type { AssessmentView, CreateAssessmentRequest } from '../assessment.schemas.js';
import { carryExclusions } from '../persistence/exclusions.js';
import { AssessmentRecord } from '../persistence/assessment.record.js';
import type { ScaleRef } from '../persistence/scale-ref.js';
import { CarryRegister } from './carry-register.js';
import { RefreshInventoryFindings } from './refresh-inventory-findings.js';
import { ShowAssessment } from './show-assessment.js';

/** Begins an analysis. It is judged by the packs of this day for ever, however they change later. */
@Injectable()
export class CreateAssessment {
  constructor(
    private readonly db: TenantDb,
    private readonly packs: Packs,
    private readonly register: CarryRegister,
    private readonly inventoryFindings: RefreshInventoryFindings,
    private readonly show: ShowAssessment,
  ) {}

  async execute(request: CreateAssessmentRequest): Promise<AssessmentView> {
    const questionnaire = await this.questionnaire(request.questionnaire);
    const threats = await this.packs.newest(SHIPPED.threats);
    const packed = await this.packedScale(request.scaleId);
    return this.db.write(async (tx) => {
      const scale = packed ?? (await ownScale(tx, request.scaleId!));
      const previous = request.previousId ? await this.register.hold(tx, request.previousId) : null;
      const id = newId();
      await tx.manager.insert(AssessmentRecord, {
        organizationId: tx.organizationId,
        id,
        title: request.title,
        status: 'draft',
        scope: request.scope,
        questionnairePack: questionnaire.pack,
        questionnaireVersion: questionnaire.version,
        threatsPack: threats.pack,
        threatsVersion: threats.version,
        scalesPack: scale.pack,
        scalesVersion: scale.version,
        scaleId: scale.id,
        previousId: request.previousId,
        carriesRegister: previous?.movesOn ?? false,
        startedOn: tx.today,
        preparedBy: currentMember().memberId,
        submittedBy: null,
        submittedAt: null,
        checklist: {},
        createdAt: tx.now,
        updatedAt: tx.now,
        version: 1,
      });
      tx.audit.record({
        action: 'assessment.created',
        target: { type: 'assessment', id },
        detail: {
          questionnaire: nameOf(questionnaire),
          threats: nameOf(threats),
          scales:
            scale.pack === null ? typedId('scale', scale.id) : `${scale.pack} ${scale.version} ${scale.id}`,
          ...(previous && !previous.movesOn && { registerStaysIn: typedId('assessment', previous.isIn) }),
        },
      });
      if (previous) await leaveOutAgain(tx, previous.id, id);
      if (previous?.movesOn) await this.register.within(tx, previous, id);
      await this.inventoryFindings.within(tx, id);
      return this.show.within(tx, id);
    });
  }

  private async questionnaire(asked: PackRef | null): Promise<PackRef> {
    if (!asked) return this.packs.newest(SHIPPED.questionnaire);
    const installed = (await this.packs.list()).find(
      (pack) => pack.pack === asked.pack && pack.version === asked.version,
    );
    if (installed?.kind !== 'questionnaire')
      throw invalidField('questionnaire', 'Choose one of the installed question sets.');
    return { pack: installed.pack, version: installed.version };
  }

  /** The pack's first scale where none is named; null where one of the organization's own is. */
  private async packedScale(asked: string | undefined): Promise<ScaleRef | null> {
    if (asked !== undefined && typedIdPattern('scale').test(asked)) return null;
    const { pack, version } = await this.packs.newest(SHIPPED.riskScales);
    const { scales } = await this.packs.scales(pack, version);
    const scale = asked === undefined ? scales[0] : scales.find((candidate) => candidate.id === asked);
    if (!scale) throw invalidField('scaleId', NO_SCALE);
    return { pack, version, id: scale.id };
  }
}

const NO_SCALE = 'Choose one of the scales.';

/** It stays in force until the analysis is entered. */
async function ownScale(tx: WriteTx, asked: string): Promise<ScaleRef> {
  const scale = await holdInForce(tx, uuidOf(asked));
  if (!scale) throw invalidField('scaleId', NO_SCALE);
  return { pack: null, version: null, id: scale.id };
}

/** What was left out last time stays out, with its reason, until somebody takes it in. */
async function leaveOutAgain(tx: WriteTx, previousId: string, assessmentId: string): Promise<void> {
  for (const assetId of await carryExclusions(tx, previousId, assessmentId)) {
    tx.audit.record({
      action: 'assessment.asset-excluded',
      target: { type: 'assessment', id: assessmentId },
      detail: { assetId },
    });
  }
}

function nameOf({ pack, version }: PackRef): string {
  return `${pack} ${version}`;
}
