import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ROLES, type Role } from '../../access/roles.js';
import { currentContext, runInContext } from '../../context/request-context.js';
import { newId } from '../../database/new-id.js';
import { SystemDb } from '../../database/system-db.js';
import { TenantDb } from '../../database/tenant-db.js';
import { DomainError, invalidField, notFound } from '../../kernel/domain-error.js';
import type { AcceptInvitationRequest } from '../identity.schemas.js';
import { LoginAttempts } from '../login-attempts.js';
import { checkPassword, hashPassword, verifyPassword } from '../passwords.js';
import { tokenHash } from '../session-token.js';

interface OpenInvitation {
  organization_id: string;
  id: string;
  email: string;
  name: string;
  role: Role;
}
interface PersonRow {
  id: string;
  name: string;
  password_hash: string | null;
}

/** Whoever holds the link joins: a new person chooses a password, a known one proves theirs. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly system: SystemDb,
    private readonly db: TenantDb,
    private readonly attempts: LoginAttempts,
  ) {}

  async show(token: string) {
    const invitation = await this.find(token);
    const person = await this.person(invitation.email);
    const place = await this.placeOf(invitation);
    return {
      organizationName: place.organization,
      inviterName: place.inviter,
      email: invitation.email,
      name: invitation.name,
      role: invitation.role,
      roleLabel: ROLES[invitation.role],
      personExists: person?.password_hash != null,
    };
  }

  async execute(
    token: string,
    request: AcceptInvitationRequest,
  ): Promise<{ personId: string; name: string; organizationId: string }> {
    const invitation = await this.find(token);
    const known = await this.person(invitation.email);
    const name = known?.name ?? request.name ?? invitation.name;
    if (known?.password_hash) await this.prove(invitation.email, known.password_hash, request.password);
    else await checkPassword(request.password, [name, invitation.email]);
    const passwordHash = known?.password_hash ?? (await hashPassword(request.password));
    const personId = known?.id ?? newId();
    await this.join(invitation, personId, name, passwordHash);
    return { personId, name, organizationId: invitation.organization_id };
  }

  private async join(
    invitation: OpenInvitation,
    personId: string,
    name: string,
    passwordHash: string,
  ): Promise<void> {
    const { organization_id: organizationId, role } = invitation;
    const memberId = newId();
    // Whoever joins acts as the member that they become, also when they are signed in somewhere else.
    const actor = { type: 'person', personId, memberId, name, role, sessionId: null } as const;
    // Under the organization of the invitation: its row is what allows this write.
    await runInContext({ ...currentContext(), organizationId, actor }, () =>
      this.db.write(async (tx) => {
        const taken = await tx.query(
          'update invitation set accepted_at = now() where organization_id = $1 and id = $2 and accepted_at is null and revoked_at is null and expires_at > now() returning id',
          [tx.organizationId, invitation.id],
        );
        if (taken.length === 0) throw notFound('invitation');
        await tx.query(
          `insert into person (id, email, name, password_hash, password_changed_at) values ($1, $2, $3, $4, now())
           on conflict (id) do nothing`,
          [personId, invitation.email, name, passwordHash],
        );
        await tx.query(
          'insert into membership (organization_id, id, person_id, role) values ($1, $2, $3, $4)',
          [tx.organizationId, memberId, personId, role],
        );
        tx.audit.record({
          action: 'member.joined',
          target: { type: 'member', id: memberId },
          parent: { type: 'invitation', id: invitation.id },
          detail: { role },
        });
      }),
    );
  }

  private async prove(email: string, stored: string, password: string): Promise<void> {
    const ip = currentContext().ip ?? 'unknown';
    await this.attempts.refuseIfTooMany(email, ip);
    if (await verifyPassword(stored, password)) return;
    await this.attempts.noteFailure(email, ip);
    throw invalidField('password', 'This is not the password of your account.', 'invitation.wrong-password');
  }

  private find(token: string): Promise<OpenInvitation> {
    return this.system.transaction(async (manager) => {
      const hash = tokenHash(token);
      await manager.query(`select set_config('app.invitation_hash', $1, true)`, [hash.toString('hex')]);
      const rows: OpenInvitation[] = await manager.query(
        `select organization_id, id, email, name, role from invitation
         where token_hash = $1 and accepted_at is null and revoked_at is null and expires_at > now()`,
        [hash],
      );
      if (!rows[0]) {
        throw new DomainError(
          'invitation.not-found',
          'not-found',
          'This invitation was used, taken back, or is older than seven days. Ask for a new one.',
        );
      }
      return rows[0];
    });
  }

  private placeOf(invitation: OpenInvitation): Promise<{ organization: string; inviter: string }> {
    return this.system.transaction(async (manager: EntityManager) => {
      await manager.query(`select set_config('app.organization_id', $1, true)`, [invitation.organization_id]);
      const rows: { organization: string; inviter: string }[] = await manager.query(
        `select o.name as organization, p.name as inviter from invitation i
         join organization o on o.organization_id = i.organization_id
         join membership m on m.organization_id = i.organization_id and m.id = i.invited_by
         join person p on p.id = m.person_id
         where i.organization_id = $1 and i.id = $2`,
        [invitation.organization_id, invitation.id],
      );
      return rows[0]!;
    });
  }

  private async person(email: string): Promise<PersonRow | undefined> {
    return (
      await this.system.query<PersonRow>('select id, name, password_hash from person where email = $1', [
        email,
      ])
    )[0];
  }
}
