import { declaredPermissions, ROLE_NAMES, ROLES, type Role } from './roles.js';
import type { DeclaredRoute } from './route-table.js';

/** Which role may call which route: the page that a reviewer reads, made from what the guard enforces. */
export function renderAccessMatrix(routes: DeclaredRoute[]): string {
  const lines = [
    '# Access matrix',
    '',
    'Generated from the route declarations; a test compares it with the running routes. ● may call, · may not.',
    '',
    `| route | asks for | ${ROLE_NAMES.map((role) => ROLES[role]).join(' | ')} |`,
    `|---|---|${ROLE_NAMES.map(() => ':-:').join('|')}|`,
    ...routes.map(
      (route) =>
        `| \`${route.method} ${route.path}\` | ${asks(route)} | ${ROLE_NAMES.map((role) => mark(route, role)).join(' | ')} |`,
    ),
    '',
    '## Permissions',
    '',
    '| permission | allows | roles |',
    '|---|---|---|',
    ...[...declaredPermissions()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(
        ([name, { allows, roles }]) =>
          `| \`${name}\` | ${allows} | ${roles.map((role) => ROLES[role]).join(', ')} |`,
      ),
    '',
  ];
  return lines.join('\n');
}

export function roleMayCall(route: DeclaredRoute, role: Role): boolean {
  if (!route.access) return false;
  if (route.access.kind !== 'permission') return true;
  return declaredPermissions().get(route.access.permission)?.roles.includes(role) ?? false;
}

function asks({ access }: DeclaredRoute): string {
  if (!access) return '**nothing declared**';
  if (access.kind === 'permission') return `\`${access.permission}\``;
  return access.kind === 'any-member' ? 'any member' : `public: ${access.reason}`;
}

function mark(route: DeclaredRoute, role: Role): string {
  return roleMayCall(route, role) ? '●' : '·';
}
