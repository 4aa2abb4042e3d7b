import { Injectable } from '@nestjs/common';
import { currentContext } from '../../context/request-context.js';
import { SystemDb } from '../../database/system-db.js';
import { TenantDb } from '../../database/tenant-db.js';
import { invalidField } from '../../kernel/domain-error.js';
import type { ChangePasswordRequest } from '../identity.schemas.js';
import { LoginAttempts } from '../login-attempts.js';
import { checkPassword, hashPassword, verifyPassword } from '../passwords.js';
import { Sessions, type ResolvedSession } from '../sessions.js';

/** A person proves the present password and chooses the next; every other session of theirs ends. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly system: SystemDb,
    private readonly db: TenantDb,
    private readonly attempts: LoginAttempts,
    private readonly sessions: Sessions,
  ) {}

  /** The session's new token: what was known of it before is of no use any more. */
  async execute(session: ResolvedSession, request: ChangePasswordRequest): Promise<string> {
    await this.prove(session, request.currentPassword);
    if (request.newPassword === request.currentPassword) {
      throw invalidField('newPassword', 'This is the password that you have now.', 'password.unchanged');
    }
    const ownWords = [session.personName, session.email, session.organizationName ?? ''];
    await checkPassword(request.newPassword, ownWords, 'newPassword');
    const passwordHash = await hashPassword(request.newPassword);
    const token = await this.db.write(async (tx) => {
      await tx.query('update person set password_hash = $2, password_changed_at = now() where id = $1', [
        session.personId,
        passwordHash,
      ]);
      const renewed = await this.sessions.renewAlone(session, tx);
      tx.audit.record({
        action: 'member.password-changed',
        target: { type: 'member', id: session.memberId },
        detail: { otherSessionsEnded: renewed.ended },
      });
      return renewed.token;
    });
    this.sessions.forget();
    await this.attempts.clear(session.email);
    return token;
  }

  /** Guesses count as at the sign-in: a session left open must not become a way to find the password. */
  private async prove(session: ResolvedSession, password: string): Promise<void> {
    const ip = currentContext().ip ?? 'unknown';
    await this.attempts.refuseIfTooMany(session.email, ip);
    const [person] = await this.system.query<{ password_hash: string | null }>(
      'select password_hash from person where id = $1',
      [session.personId],
    );
    if (await verifyPassword(person?.password_hash ?? null, password)) return;
    await this.attempts.noteFailure(session.email, ip);
    await this.db.write((tx) => {
      tx.audit.record({
        action: 'member.password-changed',
        target: { type: 'member', id: session.memberId },
        outcome: 'denied',
        reasonCode: 'password.wrong',
        detail: { otherSessionsEnded: 0 },
      });
      return Promise.resolve();
    });
    throw invalidField('currentPassword', 'This is not your present password.', 'password.wrong');
  }
}
