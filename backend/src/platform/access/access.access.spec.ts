import { Controller, Get, Module } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { readFileSync } from 'node:fs';
import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generatedFiles } from '../../generate.js';
import { startTestApp, type TestApp } from '../../testing/test-app.js';
import { openApiDocument } from '../http/openapi.js';
import { roleMayCall } from './access-matrix.js';
import { listRoutes, refuseUndeclared, type DeclaredRoute } from './route-table.js';
import { declarePermissions, ROLE_NAMES } from './roles.js';

let test: TestApp;
let routes: DeclaredRoute[];
beforeAll(async () => {
  test = await startTestApp();
  routes = listRoutes(test.app.get(DiscoveryService), test.app.get(Reflector));
});
afterAll(() => test.close());

/** An address for a route: ids that nobody has. Event streams and downloads answer at once for those. */
function addressOf(route: DeclaredRoute): string {
  const prefix = ['/healthz', '/readyz'].includes(route.path) ? '' : '/api/v1';
  return prefix + route.path.replace(/:(\w+)/g, 'none_00000000000000000000000000000000');
}

function call(agent: Agent, route: DeclaredRoute): Promise<{ status: number; body: { code?: string } }> {
  const method = route.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
  return agent[method](addressOf(route));
}

/** What ends or changes the caller's own session would spoil the calls after it. */
const ENDS_SESSION = new Set(['DELETE /session', 'POST /session/organization']);
const nameOf = (route: DeclaredRoute) => `${route.method} ${route.path}`;

describe('every route', () => {
  it('declares its access', () => {
    expect(routes.length).toBeGreaterThan(20);
    expect(() => refuseUndeclared(routes)).not.toThrow();
  });

  it('is closed to whoever is not signed in, unless it is public', async () => {
    for (const route of routes.filter((candidate) => candidate.access?.kind !== 'public')) {
      const answer = await call(test.anonymous(), route);
      expect({ route: nameOf(route), status: answer.status, code: answer.body.code }).toEqual({
        route: nameOf(route),
        status: 401,
        code: 'session.required',
      });
    }
  });

  it.each(ROLE_NAMES)('answers %s exactly as the manifest says', async (role) => {
    const agent = await test.signIn(role);
    for (const route of routes.filter(
      (candidate) => candidate.access?.kind !== 'public' && !ENDS_SESSION.has(nameOf(candidate)),
    )) {
      const answer = await call(agent, route);
      const denied = answer.status === 403 && answer.body.code === 'access.denied';
      expect({ route: nameOf(route), denied, status: denied ? 403 : answer.status < 500 }).toEqual({
        route: nameOf(route),
        denied: !roleMayCall(route, role),
        status: roleMayCall(route, role) ? true : 403,
      });
      expect(answer.status, nameOf(route)).not.toBe(401);
    }
  });

  it('stands in the OpenAPI document, and the document has no other', () => {
    const documented = Object.entries(openApiDocument(test.app).paths).flatMap(([path, operations]) =>
      Object.keys(operations).map(
        (method) =>
          `${method.toUpperCase()} ${path.replace(/^\/api\/v1(?=\/)/, '').replace(/\{(\w+)\}/g, ':$1')}`,
      ),
    );
    const declared = routes.map(nameOf).filter((route) => route !== 'GET /openapi.json');
    expect(documented.sort()).toEqual(declared.sort());
  });
});

describe('the checks themselves', () => {
  it('refuse to boot with a route that declares nothing', async () => {
    @Controller('planted')
    class PlantedController {
      @Get()
      open(): string {
        return 'open to everybody';
      }
    }
    @Module({ controllers: [PlantedController] })
    class PlantedModule {}
    const { AppModule } = await import('../../app.module.js');
    const planted = startTestApp((config) => {
      const app = AppModule.with(config);
      return { ...app, imports: [...(app.imports ?? []), PlantedModule] };
    });
    await expect(planted).rejects.toThrow(
      'These routes declare no access: GET /planted (PlantedController.open)',
    );
  });

  it('refuse a permission that no module declares', () => {
    const route = {
      method: 'GET',
      path: '/x',
      controller: 'X',
      handler: 'x',
      access: { kind: 'permission', permission: 'nothing:read' },
    } as const;
    expect(() => refuseUndeclared([route])).toThrow('no module declares');
  });

  it('refuse a write for the auditor', () => {
    expect(() => declarePermissions({ 'planted:write': { allows: 'x', roles: ['auditor'] } })).toThrow(
      'gives the auditor a write',
    );
  });

  it('record a denial with the route and the permission, and nothing else', async () => {
    const agent = await test.signIn('staff');
    await agent.get('/api/v1/members');
    const [event] = await test.database.asSuperuser<{ outcome: string; detail: object; actor_id: string }>(
      `select outcome, detail, actor_id from audit.event where action = 'access.denied' and actor_id = $1 order by id desc limit 1`,
      [test.a.members.staff.memberId],
    );
    expect(event).toMatchObject({ outcome: 'denied', detail: { permission: 'member:read' } });
  });
});

describe('generated files', () => {
  it.each(['openapi.json', 'access-matrix.md'])(
    '%s is what the routes say now (else run `npm run part164 openapi`)',
    (name) => {
      const committed = readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');
      expect(committed).toBe(generatedFiles(test.app)[name]);
    },
  );
});
