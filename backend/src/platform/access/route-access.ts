import { SetMetadata } from '@nestjs/common';

export type Permission = `${string}:${string}`;

/** What a handler asks of its caller. Each handler declares exactly one. */
export type RouteAccess =
  | { kind: 'permission'; permission: Permission }
  | { kind: 'any-member' }
  | { kind: 'public'; reason: string };

export const ROUTE_ACCESS = 'part164:route-access';

/** Only members whose role holds this permission in the session's organization. */
export const RequirePermission = (permission: Permission): MethodDecorator =>
  SetMetadata(ROUTE_ACCESS, { kind: 'permission', permission } satisfies RouteAccess);

/** Every signed-in member of the session's organization. */
export const AnyMember = (): MethodDecorator =>
  SetMetadata(ROUTE_ACCESS, { kind: 'any-member' } satisfies RouteAccess);

/** Anybody, signed in or not. The reason stands in the access matrix; the list is short and checked. */
export const Public = (reason: string): MethodDecorator =>
  SetMetadata(ROUTE_ACCESS, { kind: 'public', reason } satisfies RouteAccess);
