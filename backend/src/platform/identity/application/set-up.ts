import { Injectable } from '@nestjs/common';
import { SystemDb } from '../../database/system-db.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { SetupRequest } from '../identity.schemas.js';
import { checkPassword } from '../passwords.js';
import { FoundOrganization } from './found-organization.js';

/** The first screen of a new installation: it makes the first organization, once. */
@Injectable()
export class SetUp {
  constructor(
    private readonly system: SystemDb,
    private readonly found: FoundOrganization,
  ) {}

  async needed(): Promise<boolean> {
    const [row] = await this.system.query<{ set_up_at: Date | null }>('select set_up_at from installation');
    return row?.set_up_at === null;
  }

  async execute(request: SetupRequest): Promise<{ personId: string; name: string }> {
    await checkPassword(request.password, [request.organizationName, request.ownerName, request.email]);
    if (!(await this.needed())) {
      throw new DomainError(
        'setup.done',
        'conflict',
        'This installation is set up already. Sign in, or ask for an invitation.',
      );
    }
    const { personId } = await this.found.execute(
      { name: request.organizationName, kind: request.kind, timeZone: request.timeZone },
      { name: request.ownerName, email: request.email, password: request.password },
    );
    return { personId, name: request.ownerName };
  }
}
