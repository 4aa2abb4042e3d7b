import { Inject, Injectable } from '@nestjs/common';
import { ROLES, type Role } from '../../access/roles.js';
import { CONFIG, type Config } from '../../config/config.js';
import { currentMember } from '../../context/request-context.js';
import { newId } from '../../database/new-id.js';
import { TenantDb, type ReadTx } from '../../database/tenant-db.js';
import { DomainError, notFound } from '../../kernel/domain-error.js';
import { typedId } from '../../kernel/typed-id.js';
import { sealWords } from '../../outbox/sealed-words.js';
import { mailInvitation } from '../invitation-mail.js';
import type { InviteRequest } from '../identity.schemas.js';
import { InvitationRecord } from '../persistence/invitation.record.js';
import { newToken, tokenHash } from '../session-token.js';

const VALID_DAYS = 7;
const DAY_MS = 86_400_000;

/** Invitations work without mail: the inviter is shown the link, once. With a mail server it goes out as well. */
@Injectable()
export class Invitations {
  constructor(
    private readonly db: TenantDb,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list() {
    return this.db.read(async (tx) => ({ items: (await load(tx)).map(view) }));
  }

  invite(request: InviteRequest) {
    const inviter = currentMember();
    const token = newToken();
    return this.db.write(async (tx) => {
      await refuseKnown(tx, request.email);
      const invitation = {
        organizationId: tx.organizationId,
        id: newId(),
        ...request,
        tokenHash: tokenHash(token),
        invitedBy: inviter.memberId,
        createdAt: tx.now,
        expiresAt: new Date(tx.now.getTime() + VALID_DAYS * DAY_MS),
        acceptedAt: null,
        revokedAt: null,
      };
      await tx.manager.insert(InvitationRecord, invitation);
      if (this.config.SMTP_URL) {
        await tx.enqueue(mailInvitation, {
          invitationId: invitation.id,
          sealedToken: sealWords(tx, invitation.id, token),
        });
      }
      tx.audit.record({
        action: 'member.invited',
        target: { type: 'invitation', id: invitation.id },
        detail: { role: request.role },
      });
      return {
        invitation: view({
          ...invitation,
          inviter_name: inviter.name,
          created_at: invitation.createdAt,
          expires_at: invitation.expiresAt,
        }),
        link: `${this.config.PUBLIC_URL}/invitations/${token}`,
      };
    });
  }

  revoke(id: string): Promise<void> {
    return this.db.write(async (tx) => {
      const rows = await tx.query(
        'update invitation set revoked_at = now() where organization_id = $1 and id = $2 and accepted_at is null and revoked_at is null returning id',
        [tx.organizationId, id],
      );
      if (rows.length === 0) throw notFound('invitation');
      tx.audit.record({ action: 'invitation.revoked', target: { type: 'invitation', id } });
    });
  }
}

async function refuseKnown(tx: ReadTx, email: string): Promise<void> {
  const rows = await tx.query(
    `select 1 from membership m join person p on p.id = m.person_id where m.organization_id = $1 and p.email = $2
     union all
     select 1 from invitation where organization_id = $1 and email = $2 and accepted_at is null and revoked_at is null and expires_at > now()`,
    [tx.organizationId, email],
  );
  if (rows.length > 0) {
    throw new DomainError(
      'invitation.exists',
      'conflict',
      'This person is a member already, or has an open invitation.',
      {
        fieldErrors: { email: ['This person is a member already, or has an open invitation.'] },
      },
    );
  }
}

interface Row {
  id: string;
  email: string;
  name: string;
  role: Role;
  inviter_name: string;
  created_at: Date;
  expires_at: Date;
}

function load(tx: ReadTx): Promise<Row[]> {
  return tx.query<Row>(
    `select i.id, i.email, i.name, i.role, p.name as inviter_name, i.created_at, i.expires_at
     from invitation i
     join membership m on m.organization_id = i.organization_id and m.id = i.invited_by
     join person p on p.id = m.person_id
     where i.organization_id = $1 and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
     order by i.created_at desc limit 500`,
    [tx.organizationId],
  );
}

function view(row: Row) {
  return {
    id: typedId('invitation', row.id),
    email: row.email,
    name: row.name,
    role: row.role,
    roleLabel: ROLES[row.role],
    inviterName: row.inviter_name,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  };
}
