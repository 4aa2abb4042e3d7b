import { createHmac } from 'node:crypto';
import { withLogin } from './postgres/connection.mjs';
import { homeSecret } from './secrets.mjs';

/** The database roles that log in; the owners of the schemas never do. */
export const LOGIN_ROLES = /** @type {const} */ ([
  'part164_app',
  'part164_worker',
  'part164_queue',
  'part164_backup',
]);

/** @typedef {typeof LOGIN_ROLES[number]} LoginRole */

/**
 * Passwords of roles are derived, so that one file in PART164_HOME is all there is to keep.
 * @param {string} key
 * @param {LoginRole} role
 */
export function rolePassword(key, role) {
  return createHmac('sha256', key).update(`part164-role:${role}`).digest('base64url');
}

/**
 * @param {string} home
 * @returns {Record<LoginRole, string>}
 */
export function rolePasswords(home) {
  const key = homeSecret(home, 'database');
  return /** @type {Record<LoginRole, string>} */ (
    Object.fromEntries(LOGIN_ROLES.map((role) => [role, rolePassword(key, role)]))
  );
}

/**
 * The administrator's URL turned into the one of a role with fewer rights.
 * @param {string} adminUrl
 * @param {string} home
 * @param {LoginRole} role
 */
export function roleUrl(adminUrl, home, role) {
  return withLogin(adminUrl, { user: role, password: rolePasswords(home)[role] });
}
