import { Injectable } from '@nestjs/common';
import { ROLES, type Role } from '../access/roles.js';
import { TenantDb } from '../database/tenant-db.js';
import type { JobHandler } from '../jobs/job-handler.js';
import { calendarDateIn } from '../kernel/calendar-date.js';
import { currentContext } from '../context/request-context.js';
import { MailChannel } from '../mail/mail-channel.js';
import { openWords } from '../outbox/sealed-words.js';
import { invitationMail, mailInvitation } from './invitation-mail.js';

interface Row {
  email: string;
  name: string;
  role: Role;
  inviter_name: string;
  organization_name: string;
  expires_at: Date;
  token: string;
}

@Injectable()
export class MailInvitationHandler implements JobHandler<{ invitationId: string; sealedToken: string }> {
  readonly job = mailInvitation;

  constructor(
    private readonly db: TenantDb,
    private readonly mail: MailChannel,
  ) {}

  async run({ invitationId, sealedToken }: { invitationId: string; sealedToken: string }): Promise<void> {
    const open = await this.stillOpen(invitationId, sealedToken);
    if (!open) return;
    await this.mail.sendOutside(
      {
        mail: invitationMail,
        key: `invitation|${invitationId}`,
        about: { type: 'invitation', id: invitationId },
        path: `/invitations/${open.token}`,
        facts: {
          inviterName: open.inviter_name,
          roleLabel: ROLES[open.role],
          expiresOn: calendarDateIn(currentContext().timeZone, open.expires_at),
        },
      },
      { name: open.name, email: open.email },
      open.organization_name,
    );
  }

  private stillOpen(invitationId: string, sealedToken: string): Promise<Row | null> {
    return this.db.read(async (tx) => {
      const [row] = await tx.query<Omit<Row, 'token'>>(
        `select i.email, i.name, i.role, i.expires_at, p.name as inviter_name, o.name as organization_name
         from invitation i
         join organization o on o.organization_id = i.organization_id
         join membership m on m.organization_id = i.organization_id and m.id = i.invited_by
         join person p on p.id = m.person_id
         where i.organization_id = $1 and i.id = $2 and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()`,
        [tx.organizationId, invitationId],
      );
      return row ? { ...row, token: openWords(tx, invitationId, sealedToken) } : null;
    });
  }
}
