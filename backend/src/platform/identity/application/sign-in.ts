import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { currentContext, INSTALLATION, runInContext } from '../../context/request-context.js';
import { SystemDb } from '../../database/system-db.js';
import { TenantDb } from '../../database/tenant-db.js';
import { DomainError } from '../../kernel/domain-error.js';
import { LoginAttempts } from '../login-attempts.js';
import { verifyPassword } from '../passwords.js';
import { Sessions } from '../sessions.js';
import { SessionViews, type MembershipRow } from './session-view.js';

interface PersonRow {
  id: string;
  name: string;
  password_hash: string | null;
  disabled_at: Date | null;
}

/** Who signed in, as passport hands it on. */
export interface SignedIn {
  personId: string;
  name: string;
}

@Injectable()
export class SignIn {
  constructor(
    private readonly system: SystemDb,
    private readonly db: TenantDb,
    private readonly attempts: LoginAttempts,
    private readonly sessions: Sessions,
    private readonly views: SessionViews,
  ) {}

  /** The person with this password, or a refusal that does not tell whether the address is known. */
  async verify(email: string, password: string): Promise<SignedIn> {
    const { ip } = currentContext();
    await this.attempts.refuseIfTooMany(email, ip ?? 'unknown');
    const [person] = await this.system.query<PersonRow>(
      'select id, name, password_hash, disabled_at from person where email = $1',
      [email],
    );
    const matches = await verifyPassword(person?.password_hash ?? null, password);
    if (!person || !matches || person.disabled_at) {
      await this.attempts.noteFailure(email, ip ?? 'unknown');
      await this.recordRefusal(person);
      throw new DomainError(
        'session.invalid-credentials',
        'unauthenticated',
        'The e-mail address and the password do not match.',
      );
    }
    await this.attempts.clear(email);
    return { personId: person.id, name: person.name };
  }

  /** Starts a session where the person works; the first of their organizations, by name, until they switch. */
  async start(person: SignedIn, request: Request, preferred?: string): Promise<string> {
    const memberships = await this.views.membershipsOf(person.personId);
    const place = memberships.find((m) => m.organization_id === preferred) ?? memberships[0];
    if (!place) {
      throw new DomainError(
        'session.no-organization',
        'forbidden',
        'You belong to no organization here. Ask for an invitation.',
      );
    }
    const token = await this.sessions.start(
      person.personId,
      place.organization_id,
      request.ip ?? null,
      request.headers['user-agent'] ?? null,
    );
    await this.recordStart(person, place, memberships.length);
    return token;
  }

  private recordStart(person: SignedIn, place: MembershipRow, organizations: number): Promise<void> {
    const context = currentContext();
    const actor = {
      type: 'person',
      personId: person.personId,
      memberId: place.member_id,
      name: person.name,
      role: place.role,
      sessionId: null,
    } as const;
    return runInContext({ ...context, organizationId: place.organization_id, actor }, () =>
      this.db.write((tx) => {
        tx.audit.record({
          action: 'session.signed-in',
          target: { type: 'member', id: place.member_id },
          detail: { organizations },
        });
        return Promise.resolve();
      }),
    );
  }

  /** Kept with each organization of a known person, else with the installation. */
  private async recordRefusal(person: PersonRow | undefined): Promise<void> {
    const memberships = person ? await this.views.membershipsOf(person.id) : [];
    const places =
      memberships.length > 0 ? memberships : [{ organization_id: INSTALLATION, member_id: null }];
    for (const place of places) {
      await runInContext({ ...currentContext(), organizationId: place.organization_id }, () =>
        this.db.write((tx) => {
          tx.audit.record({
            action: 'session.sign-in-refused',
            target: { type: 'member', id: place.member_id },
            outcome: 'denied',
            reasonCode: 'session.invalid-credentials',
            detail: { reason: person?.disabled_at ? 'disabled' : person ? 'password' : 'unknown address' },
          });
          return Promise.resolve();
        }),
      );
    }
  }
}
