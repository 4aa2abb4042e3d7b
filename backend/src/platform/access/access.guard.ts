import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { CONFIG, type Config } from '../config/config.js';
import { currentContext, type RequestContext } from '../context/request-context.js';
import { TenantDb } from '../database/tenant-db.js';
import { readSessionToken } from '../identity/session-cookie.js';
import { csrfTokenOf, equalText } from '../identity/session-token.js';
import { Sessions, type ResolvedSession } from '../identity/sessions.js';
import { DomainError } from '../kernel/domain-error.js';
import { isSafe, refuseCrossSite } from './cross-site.js';
import { permissionsOf } from './roles.js';
import { ROUTE_ACCESS, type Permission, type RouteAccess } from './route-access.js';

declare module 'express-serve-static-core' {
  interface Request {
    /** Set by the access guard for signed-in requests. */
    session?: ResolvedSession;
    sessionToken?: string;
  }
}

/** Judges every request. What declares nothing is denied; what is denied to a member is recorded. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly db: TenantDb,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const request = execution.switchToHttp().getRequest<Request>();
    const access = this.reflector.get<RouteAccess | undefined>(ROUTE_ACCESS, execution.getHandler());
    if (!access) throw new DomainError('access.undeclared', 'forbidden', 'This address is closed.');
    if (!isSafe(request.method)) refuseCrossSite(request, this.config.PUBLIC_URL);
    const session = await this.signIn(request);
    if (access.kind === 'public') return true;
    if (typeof session === 'string') throw sessionError(session);
    this.checkFormToken(request);
    if (!session.memberId) {
      throw new DomainError(
        'session.no-organization',
        'forbidden',
        'You no longer belong to this organization. Choose another one, or ask its admin.',
      );
    }
    const context = currentContext();
    if (access.kind === 'permission' && !context.permissions.has(access.permission)) {
      await this.recordDenial(request, access.permission);
      throw new DomainError(
        'access.denied',
        'forbidden',
        `Your role does not allow this (${access.permission}). Ask your organization's admin.`,
      );
    }
    if (request.headers['x-part164-passive'] === undefined) await this.sessions.touch(session);
    return true;
  }

  /** Puts the signed-in person into the request's context, also on public routes. */
  private async signIn(request: Request): Promise<ResolvedSession | 'unknown' | 'expired'> {
    const token = readSessionToken(request, this.config);
    if (!token) return 'unknown';
    const session = await this.sessions.resolve(token);
    if (typeof session === 'string') return session;
    request.session = session;
    request.sessionToken = token;
    fillContext(currentContext(), session);
    return session;
  }

  private checkFormToken(request: Request): void {
    if (isSafe(request.method)) return;
    const given = request.headers['x-csrf-token'];
    if (typeof given !== 'string' || !equalText(given, csrfTokenOf(request.sessionToken!))) {
      throw new DomainError(
        'access.form-token',
        'forbidden',
        'This form is from an earlier session. Nothing was changed: reload the page and send it again.',
      );
    }
  }

  private async recordDenial(request: Request, permission: Permission): Promise<void> {
    const route = `${request.method} ${(request.route as { path?: string } | undefined)?.path ?? 'unknown'}`;
    await this.db.write((tx) => {
      tx.audit.record({
        action: 'access.denied',
        target: { type: 'route', id: null },
        outcome: 'denied',
        reasonCode: 'access.denied',
        detail: { route, permission },
      });
      return Promise.resolve();
    });
  }
}

function fillContext(context: RequestContext, session: ResolvedSession): void {
  if (session.memberId && session.role) {
    context.actor = {
      type: 'person',
      personId: session.personId,
      memberId: session.memberId,
      name: session.personName,
      role: session.role,
      sessionId: session.id,
    };
    context.organizationId = session.organizationId;
    context.timeZone = session.timeZone;
    context.permissions = permissionsOf(session.role);
  }
}

function sessionError(state: 'unknown' | 'expired'): DomainError {
  return state === 'expired'
    ? new DomainError(
        'session.expired',
        'unauthenticated',
        'You were signed out after a while without activity. What you typed is kept in this browser.',
      )
    : new DomainError('session.required', 'unauthenticated', 'Please sign in.');
}
