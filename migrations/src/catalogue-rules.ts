/** Rules that the whole schema keeps (docs/decisions/0003), each one query that lists what breaks it. */
export interface CatalogueRule {
  name: string;
  sql: string;
}

/** Tables that belong to no organization, each with its reason. */
export const PLATFORM_TABLES: Record<string, string> = {
  'public.installation': 'one row about the installation',
  'public.tenant': 'the directory of organizations: ids only',
  'public.person': 'a person may belong to several organizations',
  'public.session': 'a session belongs to a person, who may switch',
  'public.attempt_limit': 'counters of failed attempts, by hashed address',
  'public.migration': 'which migrations ran',
  'public.migration_checksum': 'what they said',
  'reference.pack': 'regulation is the same for everybody',
};

/** Keys made of facts that are the same for everybody; elsewhere a unique key could tell one tenant of another. */
const PLATFORM_LIST = Object.keys(PLATFORM_TABLES)
  .map((name) => `'${name}'`)
  .join(', ');

const TENANT_TABLES = `
  select c.oid, n.nspname || '.' || c.relname as name, c.relrowsecurity, c.relforcerowsecurity, c.relowner
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname in ('public', 'audit', 'reference')
    and n.nspname || '.' || c.relname not in (${PLATFORM_LIST})`;

export const DEFINER_FUNCTIONS = ['audit.append', 'audit.pending', 'audit.seal'];

export const CATALOGUE_RULES: CatalogueRule[] = [
  {
    name: 'every tenant table has organization_id, not null',
    sql: `with t as (${TENANT_TABLES}) select name as offender from t where not exists (
      select 1 from pg_attribute a where a.attrelid = t.oid and a.attname = 'organization_id' and a.attnotnull)`,
  },
  {
    name: 'every tenant table has row-level security enabled and forced',
    sql: `with t as (${TENANT_TABLES}) select name as offender from t where not (relrowsecurity and relforcerowsecurity)`,
  },
  {
    name: 'every tenant table has a policy with USING and WITH CHECK on the organization of the transaction',
    sql: `with t as (${TENANT_TABLES}) select name as offender from t where not exists (
      select 1 from pg_policy p where p.polrelid = t.oid and p.polcmd = '*' and p.polpermissive
        and pg_get_expr(p.polqual, p.polrelid) like '%organization_id = (NULLIF(current_setting(''app.organization_id''%'
        and pg_get_expr(p.polwithcheck, p.polrelid) like '%organization_id = (NULLIF(current_setting(''app.organization_id''%')`,
  },
  {
    name: 'no policy lets the application see rows of every organization',
    sql: `select p.polrelid::regclass::text || ' ' || p.polname as offender from pg_policy p
      where (pg_get_expr(p.polqual, p.polrelid) = 'true' or pg_get_expr(p.polwithcheck, p.polrelid) = 'true')
        and (p.polroles = '{0}' or (select oid from pg_roles where rolname = 'part164_app') = any (p.polroles))`,
  },
  {
    name: 'every primary key and unique index of a tenant table starts with organization_id',
    sql: `with t as (${TENANT_TABLES}) select i.indexrelid::regclass::text as offender from t join pg_index i on i.indrelid = t.oid
      where (i.indisunique or i.indisprimary) and (
        select a.attname from pg_attribute a where a.attrelid = t.oid and a.attnum = i.indkey[0]) is distinct from 'organization_id'`,
  },
  {
    name: 'every foreign key between tenant tables carries organization_id on both sides',
    sql: `with t as (${TENANT_TABLES}) select conname || ' on ' || k.conrelid::regclass as offender
      from pg_constraint k join t child on child.oid = k.conrelid join t parent on parent.oid = k.confrelid
      where k.contype = 'f' and not exists (
        select 1 from generate_subscripts(k.conkey, 1) as n
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[n] and a.attname = 'organization_id'
        join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[n] and b.attname = 'organization_id')`,
  },
  {
    name: 'the roles that log in are no superusers, bypass nothing, own nothing and inherit no owner',
    sql: `select rolname as offender from pg_roles r where rolname in ('part164_app', 'part164_worker', 'part164_backup') and (
        rolsuper or rolbypassrls or rolcreaterole or rolcreatedb
        or exists (select 1 from pg_class c where c.relowner = r.oid)
        or exists (select 1 from pg_proc p where p.proowner = r.oid)
        or exists (select 1 from pg_auth_members m where m.member = r.oid))`,
  },
  {
    name: 'the queue owns its schema and nothing else',
    sql: `select c.oid::regclass::text as offender from pg_class c join pg_roles r on r.oid = c.relowner
      join pg_namespace n on n.oid = c.relnamespace where r.rolname = 'part164_queue' and n.nspname not in ('bullmq', 'pg_toast')`,
  },
  {
    name: 'only the listed functions run as their owner, and each pins its search path',
    sql: `select p.oid::regprocedure::text as offender from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ('public', 'audit', 'reference', 'bullmq') and p.prosecdef and not (
        n.nspname || '.' || p.proname in (${DEFINER_FUNCTIONS.map((name) => `'${name}'`).join(', ')})
        and exists (select 1 from unnest(p.proconfig) setting where setting like 'search_path=%'))`,
  },
  {
    name: 'views run with the rights of who asks, and nothing is materialized',
    sql: `select c.oid::regclass::text as offender from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'audit', 'reference', 'as_of') and (c.relkind = 'm' or (c.relkind = 'v'
        and not coalesce('security_invoker=true' = any (c.reloptions), false)))`,
  },
  {
    name: 'nobody may change or delete what the audit log holds, and nobody may truncate anything',
    sql: `select grantee || ' may ' || privilege_type || ' ' || table_schema || '.' || table_name as offender
      from information_schema.role_table_grants
      where grantee in ('part164_app', 'part164_worker', 'part164_queue', 'part164_backup', 'PUBLIC')
        and ((table_schema = 'audit' and privilege_type <> 'SELECT')
          or (table_schema in ('public', 'reference') and privilege_type in ('TRUNCATE', 'TRIGGER', 'REFERENCES')))`,
  },
  {
    name: 'what was signed can only be added',
    sql: `select grantee || ' may ' || privilege_type || ' ' || table_name as offender
      from information_schema.role_table_grants
      where grantee in ('part164_app', 'part164_worker') and privilege_type in ('UPDATE', 'DELETE')
        and table_name in (
          'assessment_snapshot', 'assessment_step', 'remediation_transition', 'remediation_due_move',
          'obligation_change', 'stored_file', 'data_key', 'pack',
          'asset_sanitization', 'vulnerability_event', 'past_row')`,
  },
  {
    name: 'PUBLIC may use no schema of ours',
    sql: `select n.nspname as offender from pg_namespace n
      where n.nspname in ('public', 'audit', 'reference', 'bullmq', 'as_of') and has_schema_privilege('public', n.oid, 'usage')`,
  },
];
