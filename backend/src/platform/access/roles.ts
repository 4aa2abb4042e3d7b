import type { Permission } from './route-access.js';

/** The roles of the field; a role is a set of permissions, which the modules declare. */
export const ROLES = {
  'org-admin': 'Organization admin',
  'compliance-officer': 'Compliance officer',
  'vendor-manager': 'Vendor manager',
  'incident-commander': 'Incident commander',
  staff: 'Staff',
  auditor: 'Auditor',
} as const;
export type Role = keyof typeof ROLES;
export const ROLE_NAMES = Object.keys(ROLES) as [Role, ...Role[]];

export interface PermissionDeclaration {
  /** What it allows, in plain words. */
  allows: string;
  roles: readonly Role[];
}
export type PermissionManifest = Readonly<Record<Permission, PermissionDeclaration>>;

const manifest = new Map<Permission, PermissionDeclaration>();

/** A module says which permissions it has and which roles hold them. Twice the same name stops the boot. */
export function declarePermissions(declared: PermissionManifest): void {
  for (const [name, declaration] of Object.entries(declared) as [Permission, PermissionDeclaration][]) {
    const known = manifest.get(name);
    if (known && known !== declaration) throw new Error(`permission ${name} is declared twice`);
    // An auditor reads and exports, whatever a module may say.
    const [, verb] = name.split(':');
    if (declaration.roles.includes('auditor') && !['read', 'export'].includes(verb!)) {
      throw new Error(`permission ${name} gives the auditor a write`);
    }
    manifest.set(name, declaration);
  }
}

export function declaredPermissions(): ReadonlyMap<Permission, PermissionDeclaration> {
  return manifest;
}

export function permissionsOf(role: string): ReadonlySet<Permission> {
  const held = new Set<Permission>();
  for (const [name, declaration] of manifest) {
    if ((declaration.roles as readonly string[]).includes(role)) held.add(name);
  }
  return held;
}
