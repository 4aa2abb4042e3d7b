import { Injectable } from '@nestjs/common';
import { currentContext } from '../../context/request-context.js';
import { DataKeys } from '../../crypto/data-keys.js';
import { TenantDb } from '../../database/tenant-db.js';
import { verifyOrganization, type Verification } from './verify-organization.js';

/** Judges the log of the current organization, over two connections that take turns. */
@Injectable()
export class VerifyAuditLog {
  constructor(
    private readonly db: TenantDb,
    private readonly keys: DataKeys,
  ) {}

  async execute(onProgress?: (rows: number, of: number) => Promise<void> | void): Promise<Verification> {
    const keys = await this.keys.ring(currentContext().organizationId!, 'auditdetail');
    return this.db.read((one) => this.db.read((two) => verifyOrganization([one, two], keys, onProgress)));
  }
}
