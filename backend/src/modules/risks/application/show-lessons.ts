import { Injectable } from '@nestjs/common';
import { TenantDb, type ReadTx } from '../../../platform/database/tenant-db.js';
import { notFound } from '../../../platform/kernel/domain-error.js';
import { lessonActions } from '../domain/lesson.js';
import type { LessonListQuery, LessonPage, LessonView } from '../lesson.schemas.js';
import { lessonDetail, listLessons, type LessonDetail } from '../persistence/lesson.query.js';
import { registerViewer, type RegisterViewer } from './register-viewer.js';

/** What fixes taught: all of it for who sees the plan, else what is one's own to do. */
@Injectable()
export class ShowLessons {
  constructor(private readonly db: TenantDb) {}

  list(query: LessonListQuery): Promise<LessonPage> {
    const viewer = registerViewer();
    return this.db.read(async (tx) => {
      const { items, ...page } = await listLessons(tx, query, viewer.seesAll ? null : viewer.memberId);
      return { ...page, items: items.map((detail) => viewOf(detail, viewer)) };
    });
  }

  one(id: string): Promise<LessonView> {
    return this.db.read((tx) => this.within(tx, id));
  }

  /** As it is inside a transaction: what a write answers with. */
  async within(tx: ReadTx, id: string): Promise<LessonView> {
    const viewer = registerViewer();
    const detail = await lessonDetail(tx, id);
    const { ownerUuid, actionOwnerUuid } = detail;
    if (!viewer.seesAll && ![ownerUuid, actionOwnerUuid].includes(viewer.memberId)) throw notFound('lesson');
    return viewOf(detail, viewer);
  }
}

function viewOf(
  { ownerUuid, actionOwnerUuid, action, ...lesson }: LessonDetail,
  viewer: RegisterViewer,
): LessonView {
  const seesAction = viewer.seesAll || actionOwnerUuid === viewer.memberId;
  const shown = seesAction ? action : { ...action, title: null, status: null };
  return { ...lesson, action: shown, allowedActions: lessonActions({ ownerId: ownerUuid }, viewer) };
}
