import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { currentContext, runInContext } from '../../context/request-context.js';
import { TenantDb } from '../../database/tenant-db.js';
import { notFound } from '../../kernel/domain-error.js';
import { Sessions, type ResolvedSession } from '../sessions.js';
import { SessionViews } from './session-view.js';

/** Leaves one organization for another of one's own: the old session ends, a new one with a new token begins. */
@Injectable()
export class SwitchOrganization {
  constructor(
    private readonly sessions: Sessions,
    private readonly views: SessionViews,
    private readonly db: TenantDb,
  ) {}

  async execute(session: ResolvedSession, organizationId: string, request: Request): Promise<string> {
    const place = (await this.views.membershipsOf(session.personId)).find(
      (row) => row.organization_id === organizationId,
    );
    if (!place) throw notFound('organization');
    const token = await this.sessions.start(
      session.personId,
      organizationId,
      request.ip ?? null,
      request.headers['user-agent'] ?? null,
    );
    await this.sessions.end(session.id);
    const { actor } = currentContext();
    await runInContext(
      {
        ...currentContext(),
        organizationId,
        actor:
          actor.type === 'person'
            ? { ...actor, memberId: place.member_id, role: place.role, sessionId: null }
            : actor,
      },
      () =>
        this.db.write((tx) => {
          tx.audit.record({
            action: 'session.organization-switched',
            target: { type: 'member', id: place.member_id },
          });
          return Promise.resolve();
        }),
    );
    return token;
  }

  async signOut(session: ResolvedSession): Promise<void> {
    await this.sessions.end(session.id);
    await this.db.write((tx) => {
      tx.audit.record({ action: 'session.signed-out', target: { type: 'member', id: session.memberId } });
      return Promise.resolve();
    });
  }
}
