import { Injectable } from '@nestjs/common';
import { currentContext, runInContext } from '../../context/request-context.js';
import { DataKeys } from '../../crypto/data-keys.js';
import { newId } from '../../database/new-id.js';
import { SystemDb } from '../../database/system-db.js';
import { TenantDb } from '../../database/tenant-db.js';
import { hashPassword } from '../passwords.js';

export interface NewOrganization {
  name: string;
  kind: 'covered-entity' | 'business-associate';
  timeZone: string;
  fiscalYearStartMonth?: number;
  workforceSize?: number | null;
  annualSecurityBudgetCents?: number | null;
}
export interface NewOwner {
  name: string;
  email: string;
  password: string;
}

/** Makes an organization with its keys and its first member, the organization admin. */
@Injectable()
export class FoundOrganization {
  constructor(
    private readonly system: SystemDb,
    private readonly db: TenantDb,
    private readonly keys: DataKeys,
  ) {}

  async execute(
    organization: NewOrganization,
    owner: NewOwner,
  ): Promise<{ organizationId: string; personId: string; memberId: string }> {
    const [organizationId, personId, memberId] = [newId(), newId(), newId()];
    const passwordHash = await hashPassword(owner.password);
    await this.system.transaction(async (manager) => {
      await manager.query(`select set_config('app.organization_id', $1, true)`, [organizationId]);
      await manager.query('insert into tenant (id) values ($1)', [organizationId]);
      await this.keys.createFor(organizationId, manager);
      await manager.query(
        `insert into organization (organization_id, name, kind, time_zone, fiscal_year_start_month, workforce_size, annual_security_budget_cents)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [
          organizationId,
          organization.name,
          organization.kind,
          organization.timeZone,
          organization.fiscalYearStartMonth ?? 1,
          organization.workforceSize ?? null,
          organization.annualSecurityBudgetCents ?? null,
        ],
      );
      await manager.query(
        'insert into person (id, email, name, password_hash, password_changed_at) values ($1, $2, $3, $4, now())',
        [personId, owner.email, owner.name, passwordHash],
      );
      await manager.query(
        `insert into membership (organization_id, id, person_id, role) values ($1, $2, $3, 'org-admin')`,
        [organizationId, memberId, personId],
      );
      await manager.query('update installation set set_up_at = coalesce(set_up_at, now())');
    });
    await this.record(organizationId, organization.kind, { personId, memberId, name: owner.name });
    return { organizationId, personId, memberId };
  }

  /** A second transaction, since the keys that seal the record are made in the first. */
  private record(
    organizationId: string,
    kind: string,
    owner: { personId: string; memberId: string; name: string },
  ): Promise<void> {
    // Nobody was signed in before: whoever makes the organization is its first member from here on.
    const actor = { type: 'person', role: 'org-admin', sessionId: null, ...owner } as const;
    return runInContext({ ...currentContext(), organizationId, actor }, () =>
      this.db.write((tx) => {
        tx.audit.record({
          action: 'organization.created',
          target: { type: 'organization', id: organizationId },
          detail: { kind },
        });
        return Promise.resolve();
      }),
    );
  }
}
