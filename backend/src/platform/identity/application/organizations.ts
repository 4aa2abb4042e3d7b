import { Injectable } from '@nestjs/common';
import { changesBetween } from '../../audit/event-types.js';
import { saveVersion } from '../../database/save-version.js';
import { TenantDb, type ReadTx } from '../../database/tenant-db.js';
import { typedId } from '../../kernel/typed-id.js';
import type { UpdateOrganizationRequest } from '../identity.schemas.js';
import { OrganizationRecord } from '../persistence/organization.record.js';
import { Sessions } from '../sessions.js';

@Injectable()
export class Organizations {
  constructor(
    private readonly db: TenantDb,
    private readonly sessions: Sessions,
  ) {}

  show() {
    return this.db.read(async (tx) => view(await load(tx)));
  }

  async update(version: number, request: UpdateOrganizationRequest) {
    const result = await this.db.write(async (tx) => {
      const before = await tx.manager.findOneByOrFail(OrganizationRecord, {
        organizationId: tx.organizationId,
      });
      const { annualSecurityBudgetCents, ...rest } = request;
      const changes = { ...rest, ...budgetText(annualSecurityBudgetCents) };
      await saveVersion(
        tx,
        OrganizationRecord,
        { organizationId: tx.organizationId },
        version,
        changes,
        'organization',
      );
      tx.audit.record({
        action: 'organization.updated',
        target: { type: 'organization', id: tx.organizationId },
        changes: changesBetween(pick(before, changes), changes),
      });
      return view(await load(tx));
    });
    this.sessions.forget();
    return result;
  }
}

function budgetText(cents: number | null | undefined): { annualSecurityBudgetCents?: string | null } {
  return cents === undefined ? {} : { annualSecurityBudgetCents: cents === null ? null : String(cents) };
}

function pick<T extends object, K extends object>(from: T, like: K): K {
  return Object.fromEntries(
    Object.keys(like).map((key) => [key, (from as Record<string, unknown>)[key]]),
  ) as K;
}

interface Row {
  organization_id: string;
  name: string;
  kind: 'covered-entity' | 'business-associate';
  time_zone: string;
  fiscal_year_start_month: number;
  workforce_size: number | null;
  budget: number | null;
  idle_minutes: number;
  version: number;
}

async function load(tx: ReadTx): Promise<Row> {
  const [row] = await tx.query<Row>(
    `select organization_id, name, kind, time_zone, fiscal_year_start_month, workforce_size,
       annual_security_budget_cents::float8 as budget, idle_minutes, version
     from organization where organization_id = $1`,
    [tx.organizationId],
  );
  return row!;
}

function view(row: Row) {
  return {
    id: typedId('organization', row.organization_id),
    name: row.name,
    kind: row.kind,
    timeZone: row.time_zone,
    fiscalYearStartMonth: row.fiscal_year_start_month,
    workforceSize: row.workforce_size,
    annualSecurityBudgetCents: row.budget,
    idleMinutes: row.idle_minutes,
    version: row.version,
  };
}
