import { RequestMethod, type Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ROUTE_ACCESS, type RouteAccess } from './route-access.js';
import { declaredPermissions } from './roles.js';

export interface DeclaredRoute {
  method: string;
  /** Path under /api/v1, or a root path for the health routes. */
  path: string;
  controller: string;
  handler: string;
  access: RouteAccess | undefined;
}

const PATH = 'path';
const METHOD = 'method';

/** Every route of every controller, read from the metadata that Nest itself routes by. */
export function listRoutes(discovery: DiscoveryService, reflector: Reflector): DeclaredRoute[] {
  const scanner = new MetadataScanner();
  const routes: DeclaredRoute[] = [];
  for (const { metatype } of discovery.getControllers()) {
    if (!metatype) continue;
    const prototype = (metatype as Type).prototype as Record<string, unknown>;
    for (const name of scanner.getAllMethodNames(prototype)) {
      const handler = prototype[name] as (...args: unknown[]) => unknown;
      const method = Reflect.getMetadata(METHOD, handler) as RequestMethod | undefined;
      if (method === undefined) continue;
      routes.push({
        method: RequestMethod[method],
        path: joinPath(
          Reflect.getMetadata(PATH, metatype) as string,
          Reflect.getMetadata(PATH, handler) as string,
        ),
        controller: metatype.name,
        handler: name,
        access: reflector.get<RouteAccess | undefined>(ROUTE_ACCESS, handler),
      });
    }
  }
  return routes.sort((a, b) => (a.path + a.method < b.path + b.method ? -1 : 1));
}

function joinPath(...parts: string[]): string {
  return `/${parts
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/')}`;
}

const MOST_PUBLIC_ROUTES = 12;

/** The process refuses to boot on a route that declares nothing, or a permission that nobody declared. */
export function refuseUndeclared(routes: DeclaredRoute[]): void {
  const undeclared = routes.filter((route) => !route.access).map(nameOf);
  if (undeclared.length > 0) throw new Error(`These routes declare no access: ${undeclared.join(', ')}`);
  const known = declaredPermissions();
  const unknown = routes
    .filter((r) => r.access?.kind === 'permission' && !known.has(r.access.permission))
    .map(nameOf);
  if (unknown.length > 0)
    throw new Error(`These routes ask for a permission that no module declares: ${unknown.join(', ')}`);
  const open = routes.filter((route) => route.access?.kind === 'public');
  if (open.length > MOST_PUBLIC_ROUTES) {
    throw new Error(
      `${open.length} public routes, at most ${MOST_PUBLIC_ROUTES}: ${open.map(nameOf).join(', ')}`,
    );
  }
}

function nameOf(route: DeclaredRoute): string {
  return `${route.method} ${route.path} (${route.controller}.${route.handler})`;
}
