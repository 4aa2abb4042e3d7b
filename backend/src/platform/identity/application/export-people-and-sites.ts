import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../database/tenant-db.js';
import { takenOut } from '../../documents/table/export-purpose.js';
import type { TableColumn, TableFormat } from '../../documents/table/table-column.js';
import { tableFile, type TableFile } from '../../documents/table/table-file.js';
import { Invitations } from './invitations.js';
import { Members } from './members.js';
import { Sites } from './sites.js';

type Member = Awaited<ReturnType<Members['list']>>['items'][number];
type Invitation = Awaited<ReturnType<Invitations['list']>>['items'][number];
type Site = Awaited<ReturnType<Sites['list']>>['items'][number];

/** Who belongs to the organization, who was asked to, and where it works, as files: what the lists show and no more. */
@Injectable()
export class ExportPeopleAndSites {
  constructor(
    private readonly db: TenantDb,
    private readonly members: Members,
    private readonly invitations: Invitations,
    private readonly sites: Sites,
  ) {}

  async people(format: TableFormat): Promise<TableFile> {
    const { items } = await this.members.list();
    await this.record('member', items.length, format);
    return tableFile(format, { name: 'people', columns: PEOPLE, batches: once(items) });
  }

  async invited(format: TableFormat): Promise<TableFile> {
    const { items } = await this.invitations.list();
    await this.record('invitation', items.length, format);
    return tableFile(format, { name: 'invitations', columns: INVITED, batches: once(items) });
  }

  async places(format: TableFormat): Promise<TableFile> {
    const { items } = await this.sites.list();
    await this.record('site', items.length, format);
    return tableFile(format, { name: 'sites', columns: SITES, batches: once(items) });
  }

  /** Who takes it out is written down before the first byte leaves. */
  private record(type: 'member' | 'invitation' | 'site', rows: number, format: TableFormat): Promise<void> {
    return this.db.write(async (tx) => {
      tx.audit.record({
        action: `${type}.exported`,
        target: { type, id: null },
        detail: { rows, ...takenOut(format) },
      });
    });
  }
}

async function* once<Row>(items: readonly Row[]) {
  yield items;
}

const PEOPLE: readonly TableColumn<Member>[] = [
  { key: 'name', heading: 'Person', value: ({ name }) => name },
  { key: 'role', heading: 'Role', value: ({ roleLabel }) => roleLabel },
  { key: 'email', heading: 'E-mail', value: ({ email }) => email },
  { key: 'active', heading: 'Active', value: ({ active }) => active },
  { key: 'joinedAt', heading: 'Joined at', value: ({ joinedAt }) => joinedAt },
  { key: 'id', heading: 'Id', value: ({ id }) => id },
];

const INVITED: readonly TableColumn<Invitation>[] = [
  { key: 'name', heading: 'Person', value: ({ name }) => name },
  { key: 'role', heading: 'Role', value: ({ roleLabel }) => roleLabel },
  { key: 'email', heading: 'E-mail', value: ({ email }) => email },
  { key: 'inviterName', heading: 'Invited by', value: ({ inviterName }) => inviterName },
  { key: 'createdAt', heading: 'Invited at', value: ({ createdAt }) => createdAt },
  { key: 'expiresAt', heading: 'Good until', value: ({ expiresAt }) => expiresAt },
  { key: 'id', heading: 'Id', value: ({ id }) => id },
];

const SITES: readonly TableColumn<Site>[] = [
  { key: 'name', heading: 'Site', value: ({ name }) => name },
  { key: 'street', heading: 'Street', value: ({ street }) => street },
  { key: 'city', heading: 'City', value: ({ city }) => city },
  { key: 'state', heading: 'State', value: ({ state }) => state },
  { key: 'postalCode', heading: 'Postal code', value: ({ postalCode }) => postalCode },
  { key: 'phone', heading: 'Phone', value: ({ phone }) => phone },
  { key: 'active', heading: 'In use', value: ({ active }) => active },
  { key: 'id', heading: 'Id', value: ({ id }) => id },
];
