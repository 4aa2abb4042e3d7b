import { Injectable } from '@nestjs/common';
import { ROLES, type Role } from '../../access/roles.js';
import { changesBetween } from '../../audit/event-types.js';
import { currentMember } from '../../context/request-context.js';
import { saveVersion } from '../../database/save-version.js';
import { TenantDb, type ReadTx } from '../../database/tenant-db.js';
import { DomainError, notFound } from '../../kernel/domain-error.js';
import { typedId } from '../../kernel/typed-id.js';
import { MembershipRecord } from '../persistence/membership.record.js';
import { Sessions } from '../sessions.js';

@Injectable()
export class Members {
  constructor(
    private readonly db: TenantDb,
    private readonly sessions: Sessions,
  ) {}

  list() {
    return this.db.read(async (tx) => ({ items: (await load(tx)).map(view) }));
  }

  /** Active members by name, and whom of them one may name as an owner. */
  colleagues() {
    return this.db.read(async (tx) => ({
      items: (await load(tx))
        .filter((row) => row.active)
        .map((row) => ({
          id: typedId('member', row.id),
          name: row.name,
          roleLabel: ROLES[row.role],
          // An auditor reads; whoever reads only can own nothing.
          mayOwn: row.role !== 'auditor',
        })),
    }));
  }

  async update(
    id: string,
    version: number,
    request: { role?: Role | undefined; active?: boolean | undefined },
  ) {
    const result = await this.db.write(async (tx) => {
      const where = { organizationId: tx.organizationId, id };
      const before = await tx.manager.findOneBy(MembershipRecord, where);
      if (!before) throw notFound('member');
      // Whoever could take away their own admin role could lock everybody out.
      if (id === currentMember().memberId) {
        throw new DomainError(
          'member.own-access',
          'conflict',
          'You cannot change your own role or access. Ask another admin.',
        );
      }
      await saveVersion(tx, MembershipRecord, where, version, request, 'member');
      tx.audit.record({
        action: 'member.updated',
        target: { type: 'member', id },
        changes: changesBetween<object>(
          { role: before.role, active: before.active },
          { role: before.role, active: before.active, ...request },
        ),
      });
      return view((await load(tx, id))[0]!);
    });
    this.sessions.forget();
    return result;
  }
}

interface Row {
  id: string;
  name: string;
  email: string;
  role: Role;
  active: boolean;
  created_at: Date;
  version: number;
}

function load(tx: ReadTx, id: string | null = null): Promise<Row[]> {
  return tx.query<Row>(
    `select m.id, p.name, p.email, m.role, m.active, m.created_at, m.version
     from membership m join person p on p.id = m.person_id
     where m.organization_id = $1 and ($2::uuid is null or m.id = $2) order by m.active desc, p.name limit 5000`,
    [tx.organizationId, id],
  );
}

function view(row: Row) {
  return {
    id: typedId('member', row.id),
    name: row.name,
    email: row.email,
    role: row.role,
    roleLabel: ROLES[row.role],
    active: row.active,
    joinedAt: row.created_at.toISOString(),
    version: row.version,
  };
}
