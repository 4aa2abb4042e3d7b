import { parseConnectionUrl, withoutPassword } from './postgres/connection.mjs';
import { query } from './postgres/query.mjs';
import { Refusal } from './refusal.mjs';

const OLDEST = 15;

const FACTS = `
  select current_setting('server_version') as version,
         current_setting('server_version_num')::int / 10000 as major,
         current_setting('server_encoding') as encoding,
         (select pg_encoding_to_char(encoding) from pg_database where datname = 'template0') as usual_encoding,
         pg_is_in_recovery() as standby,
         current_user as name,
         r.rolsuper or r.rolcreaterole as makes_roles,
         r.rolsuper or pg_has_role(current_user, d.datdba, 'member') as owns_database
  from pg_roles r, pg_database d
  where r.rolname = current_user and d.datname = current_database()`;

/**
 * Refuses a DATABASE_URL that cannot serve, saying why and what to do. The password is never shown.
 * @param {string} url
 * @returns {Promise<string>} what it is, for people
 */
export async function requireUsableDatabase(url) {
  const shown = withoutPassword(url);
  let facts;
  try {
    [facts] = await query(url, FACTS);
  } catch (error) {
    throw unreachable(/** @type {Error & { code?: string }} */ (error), url);
  }
  const database = decodeURIComponent(parseConnectionUrl(url).pathname.slice(1));
  if (facts.major < OLDEST) {
    throw new Refusal(
      `DATABASE_URL: ${shown} is PostgreSQL ${facts.version}; Part164 needs ${OLDEST} or newer.`,
      `point DATABASE_URL at a PostgreSQL ${OLDEST} or newer, or leave it out for the embedded one.`,
    );
  }
  if (facts.standby) {
    throw new Refusal(
      `DATABASE_URL: ${shown} is a read-only standby.`,
      'point DATABASE_URL at the primary server.',
    );
  }
  if (facts.encoding !== 'UTF8') {
    throw new Refusal(
      `DATABASE_URL: the database ${database} is encoded in ${facts.encoding}; names of people need UTF8.`,
      utf8Database(database, facts),
    );
  }
  if (!facts.makes_roles) {
    throw new Refusal(
      `DATABASE_URL: the role ${facts.name} may not create roles; Part164 makes its own, with fewer rights each.`,
      `as a superuser: ALTER ROLE "${facts.name}" CREATEROLE;`,
    );
  }
  if (!facts.owns_database) {
    throw new Refusal(
      `DATABASE_URL: the role ${facts.name} does not own the database ${database}.`,
      `as its owner: ALTER DATABASE "${database}" OWNER TO "${facts.name}";`,
    );
  }
  return `PostgreSQL ${facts.version} of DATABASE_URL`;
}

/**
 * The encoding of a database stands for ever, so there must be another one beside it. Where the server's own locale is
 * of another encoding too, only the locale C goes with UTF8.
 * @param {string} database
 * @param {{ name: string, usual_encoding: string }} facts
 */
function utf8Database(database, { name, usual_encoding: usual }) {
  const other = `${database.slice(0, 50)}_utf8`;
  const locale = usual === 'UTF8' ? '' : " LOCALE 'C'";
  return `CREATE DATABASE "${other}" OWNER "${name}" ENCODING 'UTF8'${locale} TEMPLATE template0; then name the database ${other} in DATABASE_URL.`;
}

/**
 * @param {Error & { code?: string }} error
 * @param {string} url
 */
function unreachable({ code, message }, url) {
  const { hostname, port, pathname, username } = parseConnectionUrl(url);
  const where = `${hostname}:${port || 5432}`;
  switch (code) {
    case '28P01':
    case '28000':
      return new Refusal(
        `DATABASE_URL: ${where} refuses the login of ${username || 'nobody'} (${message}).`,
        'correct user and password in DATABASE_URL (percent-encode special characters), and pg_hba.conf of the server.',
      );
    case '3D000':
      return new Refusal(
        `DATABASE_URL: there is no database ${pathname.slice(1)} on ${where}.`,
        `CREATE DATABASE "${decodeURIComponent(pathname.slice(1))}" OWNER "${decodeURIComponent(username)}" ENCODING 'UTF8' TEMPLATE template0;`,
      );
    default:
      return new Refusal(
        `DATABASE_URL: no PostgreSQL answers at ${where} (${message || code}).`,
        'start that server, correct DATABASE_URL, or leave it out for the embedded PostgreSQL.',
      );
  }
}
