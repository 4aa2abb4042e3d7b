import { Injectable } from '@nestjs/common';
import { currentContext, currentMember } from '../../../platform/context/request-context.js';
import { TenantDb, type ReadTx } from '../../../platform/database/tenant-db.js';
import { calendarDate } from '../../../platform/kernel/calendar-date.js';
import { invalidField, notFound } from '../../../platform/kernel/domain-error.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import type {
  ChangeListQuery,
  ChangeReviewView,
  ChangeView,
  ReportChangeRequest,
} from '../reassessment.schemas.js';
import { CHANGE_REVIEW_CITATION, changeReviewDue } from '../domain/review-term.js';
import { changesById, pageOfChanges } from '../persistence/change-list.js';
import { insertChanges, takeTurn, undecided, undecidedKinds } from '../persistence/change-rows.js';
import { lastSigned, openAnalyses } from '../persistence/standing.query.js';
import { followChanges } from './change-review.js';
import { changeView } from './change-view.js';

/** What changed since the analysis that stands. 45 CFR 164.308(a)(8) */
@Injectable()
export class Changes {
  constructor(private readonly db: TenantDb) {}

  list({ sort, limit, cursor, ...filter }: ChangeListQuery) {
    return this.db.read(async (tx) => {
      const { rows, ...page } = await pageOfChanges(tx, filter, { sort, limit, cursor });
      return { items: rows.map((row) => changeView(tx, row)), ...page };
    });
  }

  show(id: string): Promise<ChangeView> {
    return this.db.read((tx) => view(tx, id));
  }

  review(): Promise<ChangeReviewView> {
    return this.db.read(async (tx) => {
      const signed = await lastSigned(tx);
      const { count, oldestOn } = await undecided(tx);
      const open = (await openAnalyses(tx)).map(({ id, title, status }) => ({
        status,
        analysis: { id: typedId('assessment', id), title },
      }));
      const dueOn = signed && oldestOn ? changeReviewDue(oldestOn, signed.approvedOn) : null;
      const { permissions } = currentContext();
      return {
        signed: signed && { ...signed, id: typedId('assessment', signed.id) },
        undecided: count,
        undecidedKinds: await undecidedKinds(tx),
        dueOn,
        isOverdue: dueOn !== null && dueOn < tx.today,
        citation: CHANGE_REVIEW_CITATION,
        drafts: open.filter(({ status }) => status === 'draft').map(({ analysis }) => analysis),
        inReview: open.find(({ status }) => status === 'in-review')?.analysis ?? null,
        mayDecide: permissions.has('change:decide'),
        mayReport: permissions.has('change:report'),
      };
    });
  }

  /** What no record shows. Before the first analysis is signed it is kept, and that analysis covers it. */
  report({ kind, subject, description, happenedOn }: ReportChangeRequest): Promise<ChangeView> {
    return this.db.write(async (tx) => {
      if (happenedOn > tx.today) throw invalidField('happenedOn', 'This day has not come yet.');
      await takeTurn(tx);
      const [added] = await insertChanges(tx, 'reported', [
        {
          kind,
          subject: null,
          subjectName: subject,
          details: [],
          description,
          happenedOn: calendarDate(happenedOn),
          madeBy: currentMember().memberId,
          sourceKey: null,
        },
      ]);
      const { id } = added!;
      tx.audit.record({
        action: 'change.reported',
        target: { type: 'environment-change', id },
        detail: { kind, happenedOn },
      });
      await followChanges(tx);
      return view(tx, id);
    });
  }
}

async function view(tx: ReadTx, id: string): Promise<ChangeView> {
  const [row] = await changesById(tx, [id]);
  if (!row) throw notFound('environment-change');
  return changeView(tx, row);
}
