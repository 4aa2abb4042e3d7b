import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import type { ActionListQuery, ActionPage } from '../action.schemas.js';
import { listActions } from '../persistence/action-list.query.js';
import { registerViewer } from './register-viewer.js';

/** The plan, or one's own part of it. */
@Injectable()
export class ListActions {
  constructor(private readonly db: TenantDb) {}

  execute(query: ActionListQuery): Promise<ActionPage> {
    const { seesAll, memberId } = registerViewer();
    return this.db.read((tx) => listActions(tx, query, seesAll ? null : memberId));
  }
}
