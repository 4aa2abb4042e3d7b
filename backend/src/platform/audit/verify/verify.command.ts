import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { parseArgs } from 'node:util';
import { ConfigModule } from '../../config/config.module.js';
import type { Config } from '../../config/config.js';
import { INSTALLATION, runInContext, systemContext } from '../../context/request-context.js';
import { CryptoModule } from '../../crypto/crypto.module.js';
import { DatabaseModule } from '../../database/database.module.js';
import { SystemDb } from '../../database/system-db.js';
import { TenantDb } from '../../database/tenant-db.js';
import { typedId, typedIdPattern, uuidOf } from '../../kernel/typed-id.js';
import { renderVerification, WHAT_CANNOT_BE_SEEN } from './render-verification.js';
import { VerifyAuditLog } from './verify-audit-log.js';

/** `part164 audit verify [--organization ID]`: prints a report; answers 1 when something is wrong with a log. */
export async function verifyCommand(args: string[], readConfig: () => Config): Promise<number> {
  const config = readConfig();
  const { values } = parseArgs({ args, options: { organization: { type: 'string' } } });
  const app = await NestFactory.createApplicationContext(VerifyModule.with(config), {
    logger: ['error'],
    abortOnError: false,
  });
  try {
    const organizations = values.organization
      ? [organizationId(values.organization)]
      : await everyOrganization(app.get(SystemDb));
    let faults = 0;
    for (const id of organizations) faults += await verifyOne(app.get(VerifyAuditLog), app.get(TenantDb), id);
    print(WHAT_CANNOT_BE_SEEN);
    return faults > 0 ? 1 : 0;
  } finally {
    await app.close();
  }
}

@Module({})
class VerifyModule {
  static with(config: Config): DynamicModule {
    const role = config.DATABASE_WORKER_URL ? 'worker' : 'app';
    return {
      module: VerifyModule,
      imports: [ConfigModule.with(config), DatabaseModule.forRole(role, []), CryptoModule],
      providers: [VerifyAuditLog],
    };
  }
}

async function verifyOne(verify: VerifyAuditLog, db: TenantDb, id: string): Promise<number> {
  return runInContext(systemContext('audit verify', id, 'UTC', 'audit-verify'), async () => {
    const name = await nameOf(db, id);
    const began = performance.now();
    const result = await verify.execute();
    print(renderVerification(name, result, performance.now() - began));
    return result.faultCount;
  });
}

async function nameOf(db: TenantDb, id: string): Promise<string> {
  if (id === INSTALLATION) return 'The installation itself';
  const [row] = await db.read((tx) =>
    tx.query<{ name: string }>('select name from organization where organization_id = $1', [id]),
  );
  if (!row) throw new Error(`there is no organization ${typedId('organization', id)}`);
  return `${row.name} (${typedId('organization', id)})`;
}

async function everyOrganization(system: SystemDb): Promise<string[]> {
  return (await system.query<{ id: string }>('select id from tenant order by created_at, id')).map(
    (row) => row.id,
  );
}

function organizationId(text: string): string {
  if (typedIdPattern('organization').test(text)) return uuidOf(text);
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) return text;
  throw new Error(`--organization takes an id such as org_0190…, not "${text}"`);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
