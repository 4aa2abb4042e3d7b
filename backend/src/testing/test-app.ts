import type { DynamicModule } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'reflect-metadata';
import supertest, { type Agent } from 'supertest';
import { AppModule } from '../app.module.js';
import { ROLE_NAMES, type Role } from '../platform/access/roles.js';
import { parseConfig, type Config } from '../platform/config/config.js';
import { anonymousContext, runInContext, type RequestContext } from '../platform/context/request-context.js';
import { newId } from '../platform/database/new-id.js';
import { SystemDb } from '../platform/database/system-db.js';
import { createApp } from '../platform/http/create-app.js';
import { FoundOrganization } from '../platform/identity/application/found-organization.js';
import { csrfTokenOf } from '../platform/identity/session-token.js';
import { Sessions } from '../platform/identity/sessions.js';
import { permissionsOf } from '../platform/access/roles.js';
import { installReferencePacks } from './reference-packs.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

/** One member of a test organization. */
export interface TestMember {
  organizationId: string;
  memberId: string;
  personId: string;
  name: string;
  role: Role;
}

/** An organization with one member of each role. */
export interface TestOrganization {
  id: string;
  members: Record<Role, TestMember>;
}

export interface TestApp {
  app: NestExpressApplication;
  database: TestDatabase;
  config: Config;
  /** Two organizations that must see nothing of each other. */
  a: TestOrganization;
  b: TestOrganization;
  /** Signed in as the member of organization A with this role; cookie and form token come by themselves. */
  signIn(role: Role, organization?: TestOrganization): Promise<Agent>;
  signInAs(member: TestMember): Promise<Agent>;
  /** One more member, beside the one of each role. */
  addMember(organization: TestOrganization, role: Role, name: string): Promise<TestMember>;
  /** Nobody signed in. */
  anonymous(): Agent;
  /** Runs code as a member would, below HTTP. */
  as<T>(member: TestMember, work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export const TEST_PASSWORD = 'nine green ladders hum at dawn';

/** The real application on a fresh database, with its guards on. */
export async function startTestApp(
  module: (config: Config) => DynamicModule = (config) => AppModule.with(config),
): Promise<TestApp> {
  const database = await createTestDatabase();
  const home = mkdtempSync(join(tmpdir(), 'part164-spec-'));
  const config = parseConfig({
    NODE_ENV: 'test',
    DATABASE_APP_URL: database.url('part164_app'),
    DATABASE_WORKER_URL: database.url('part164_worker'),
    QUEUE_URL: database.url('part164_queue'),
    PART164_HOME: home,
    PUBLIC_URL: 'http://127.0.0.1:3164',
    DATABASE_POOL_SIZE: '6',
  });
  const leaveNothing = async (): Promise<void> => {
    await database.drop();
    rmSync(home, { recursive: true, force: true });
  };
  // Some specs want the start to be refused.
  const app = await createApp(module(config)).catch(async (refusal: unknown) => {
    await leaveNothing();
    throw refusal;
  });
  await installReferencePacks(database);
  const a = await foundOrganization(app, 'Alder Family Clinic', 'alder.example');
  const b = await foundOrganization(app, 'Birch Billing', 'birch.example');
  const signInAs = (member: TestMember): Promise<Agent> => agentFor(app, member);
  return {
    app,
    database,
    config,
    a,
    b,
    signIn: (role, organization = a) => signInAs(organization.members[role]),
    signInAs,
    addMember: (organization, role, name) => addMember(app, organization.id, role, name, 'more.example'),
    anonymous: () => supertest.agent(app.getHttpServer()),
    as: (member, work) => runInContext(contextOf(member), work),
    close: async () => {
      await app.close();
      await leaveNothing();
    },
  };
}

export function contextOf(member: TestMember): RequestContext {
  return {
    requestId: `req_${newId()}`,
    ip: '127.0.0.1',
    actor: {
      type: 'person',
      personId: member.personId,
      memberId: member.memberId,
      name: member.name,
      role: member.role,
      sessionId: null,
    },
    organizationId: member.organizationId,
    timeZone: 'America/Denver',
    permissions: permissionsOf(member.role),
  };
}

async function foundOrganization(
  app: NestExpressApplication,
  name: string,
  domain: string,
): Promise<TestOrganization> {
  const owner = { name: `Olga Admin of ${name}`, email: `org-admin@${domain}`, password: TEST_PASSWORD };
  const founded = await runInContext(anonymousContext('req_founding', null), () =>
    app.get(FoundOrganization).execute({ name, kind: 'covered-entity', timeZone: 'America/Denver' }, owner),
  );
  const members = { 'org-admin': { ...founded, name: owner.name, role: 'org-admin' } } as Record<
    Role,
    TestMember
  >;
  for (const role of ROLE_NAMES.filter((candidate) => candidate !== 'org-admin')) {
    members[role] = await addMember(app, founded.organizationId, role, `${role} of ${name}`, domain);
  }
  return { id: founded.organizationId, members };
}

async function addMember(
  app: NestExpressApplication,
  organizationId: string,
  role: Role,
  name: string,
  domain: string,
): Promise<TestMember> {
  const [personId, memberId] = [newId(), newId()];
  await app.get(SystemDb).transaction(async (manager) => {
    await manager.query(`select set_config('app.organization_id', $1, true)`, [organizationId]);
    await manager.query('insert into person (id, email, name) values ($1, $2, $3)', [
      personId,
      `${memberId}@${domain}`,
      name,
    ]);
    await manager.query(
      'insert into membership (organization_id, id, person_id, role) values ($1, $2, $3, $4)',
      [organizationId, memberId, personId, role],
    );
  });
  return { organizationId, memberId, personId, name, role };
}

async function agentFor(app: NestExpressApplication, member: TestMember): Promise<Agent> {
  const token = await app.get(Sessions).start(member.personId, member.organizationId, null, 'spec');
  return supertest
    .agent(app.getHttpServer())
    .set('Cookie', `sid=${token}`)
    .set('X-CSRF-Token', csrfTokenOf(token));
}
