import { Injectable } from '@nestjs/common';
import { changesBetween } from '../../../platform/audit/event-types.js';
import { newId } from '../../../platform/database/new-id.js';
import { saveVersion } from '../../../platform/database/save-version.js';
import { TenantDb, type ReadTx, type WriteTx } from '../../../platform/database/tenant-db.js';
import { DomainError, notFound } from '../../../platform/kernel/domain-error.js';
import { Packs, questionsOf } from '../../compliance/index.js';
import { refuseUnlessDraft } from '../domain/assessment-status.js';
import { refuseDecision, type FindingStatus } from '../domain/finding.js';
import type {
  CreateFindingRequest,
  FindingListQuery,
  FindingPage,
  FindingView,
  UpdateFindingRequest,
} from '../finding.schemas.js';
import { assessmentPins } from '../persistence/assessment-pins.js';
import { findingDetail, listFindings, type FindingItem } from '../persistence/finding-list.query.js';
import { FindingRecord } from '../persistence/finding.record.js';
import { openFinding } from '../persistence/finding.repository.js';
import { RefreshInventoryFindings } from './refresh-inventory-findings.js';

/** What the questions, the data flows and people found wanting. */
@Injectable()
export class Findings {
  constructor(
    private readonly db: TenantDb,
    private readonly packs: Packs,
    private readonly inventoryFindings: RefreshInventoryFindings,
  ) {}

  list(assessmentId: string, query: FindingListQuery): Promise<FindingPage> {
    return this.db.read(async (tx) => {
      const { status } = await assessmentPins(tx, assessmentId);
      const page = await listFindings(tx, assessmentId, query);
      const flowsOutdated = status === 'draft' ? await this.inventoryFindings.outdated(tx, assessmentId) : 0;
      return { ...page, items: await Promise.all(page.items.map((item) => this.view(item))), flowsOutdated };
    });
  }

  show(id: string): Promise<FindingView> {
    return this.db.read((tx) => this.within(tx, id));
  }

  create(assessmentId: string, request: CreateFindingRequest): Promise<FindingView> {
    return this.db.write(async (tx) => {
      refuseUnlessDraft((await assessmentPins(tx, assessmentId, 'keep')).status);
      const id = await openFinding(tx, { assessmentId, source: 'manual', sourceKey: newId() }, request);
      record(tx, 'finding.opened', id, assessmentId, {
        detail: { source: 'manual', standing: request.standing },
      });
      return this.within(tx, id);
    });
  }

  update(id: string, version: number, request: UpdateFindingRequest): Promise<FindingView> {
    return this.db.write(async (tx) => {
      const where = { organizationId: tx.organizationId, id };
      const before = await tx.manager.findOneBy(FindingRecord, where);
      if (!before) throw notFound('finding');
      refuseUnlessDraft((await assessmentPins(tx, before.assessmentId, 'keep')).status);
      const { status, reason, ...words } = request;
      if (Object.keys(words).length > 0 && before.source !== 'manual') throw wordsOfSource();
      if (status !== undefined) refuseDecision(before.source, before.status, status, reason ?? '');
      const changes = {
        ...words,
        ...(status === undefined ? {} : { status, statusReason: status === 'open' ? '' : (reason ?? '') }),
      };
      await saveVersion(tx, FindingRecord, where, version, changes, 'finding');
      record(tx, actionFor(before.status, status), id, before.assessmentId, {
        changes: changesBetween<object>(before, { ...before, ...changes }),
        detail: { source: before.source },
      });
      return this.within(tx, id);
    });
  }

  private async within(tx: ReadTx, id: string): Promise<FindingView> {
    return this.view(await findingDetail(tx, id));
  }

  private async view({ questionId, pins, ...item }: FindingItem): Promise<FindingView> {
    if (questionId === null) return { ...item, question: null };
    const questionnaire = await this.packs.questionnaire(pins.pack, pins.version);
    const indexed = questionsOf(questionnaire).get(questionId);
    return { ...item, question: indexed ? { id: questionId, sectionId: indexed.section.id } : null };
  }
}

function wordsOfSource(): DomainError {
  return new DomainError(
    'finding.words-of-source',
    'conflict',
    'The words of this finding come from the question or the data flow behind it. Change that, or dismiss the finding with your reason.',
  );
}

type Action =
  'finding.opened' | 'finding.updated' | 'finding.dismissed' | 'finding.resolved' | 'finding.reopened';

function actionFor(from: FindingStatus, to: FindingStatus | undefined): Action {
  if (to === undefined || to === from) return 'finding.updated';
  return to === 'open' ? 'finding.reopened' : to === 'dismissed' ? 'finding.dismissed' : 'finding.resolved';
}

function record(
  tx: WriteTx,
  action: Action,
  id: string,
  assessmentId: string,
  more: { changes?: ReturnType<typeof changesBetween>; detail: { source: string; standing?: string } },
): void {
  tx.audit.record({
    action,
    target: { type: 'finding', id },
    parent: { type: 'assessment', id: assessmentId },
    ...more,
  });
}
