import { migrate } from './migrate.js';
import type { RolePasswords } from './roles.js';

/** Entry of `part164 migrate`: DATABASE_ADMIN_URL and PART164_ROLE_PASSWORDS (JSON, role to password). */
const adminUrl = process.env['DATABASE_ADMIN_URL'];
const passwords = process.env['PART164_ROLE_PASSWORDS'];
if (!adminUrl || !passwords) {
  console.error(
    'migrate: DATABASE_ADMIN_URL and PART164_ROLE_PASSWORDS must be set; `part164 migrate` does that.',
  );
  process.exit(2);
}
try {
  const report = await migrate(adminUrl, JSON.parse(passwords) as RolePasswords);
  console.log(JSON.stringify({ event: 'migrated', ...report }));
} catch (error) {
  console.error(`migrate: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
