import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export interface SqlMigration {
  /** File name without its ending, e.g. `0001-foundation`. */
  name: string;
  sql: string;
  sha256: string;
}

const SQL_FOLDER = new URL('../sql/', import.meta.url);

/** All migrations in order. A file is never changed once published: see `changedMigrations`. */
export function readMigrations(): SqlMigration[] {
  return readdirSync(SQL_FOLDER)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const sql = readFileSync(new URL(file, SQL_FOLDER), 'utf8');
      return {
        name: file.slice(0, -'.sql'.length),
        sql,
        sha256: createHash('sha256').update(sql).digest('hex'),
      };
    });
}

/** TypeORM wants classes whose names end in a time stamp: the number of the file stands in for it. */
export function asTypeOrmMigrations({ name, sql, sha256 }: SqlMigration): new () => MigrationInterface {
  const className = `${name.replace(/[^a-z0-9]+/gi, '_')}_${1_700_000_000_000 + Number(name.slice(0, 4))}`;
  return class implements MigrationInterface {
    readonly name = className;
    async up(runner: QueryRunner): Promise<void> {
      await runner.query(sql);
      await runner.query('reset role');
      await runner.query('set local role part164_owner');
      await runner.query('insert into migration_checksum (name, sha256) values ($1, $2)', [name, sha256]);
    }
    down(): Promise<void> {
      return Promise.reject(
        new Error(`${name} cannot be undone: add a new migration instead (expand, then contract)`),
      );
    }
  };
}

/** Names of migrations whose file no longer is what was applied. */
export function changedMigrations(
  files: SqlMigration[],
  applied: { name: string; sha256: string }[],
): string[] {
  const known = new Map(applied.map((row) => [row.name, row.sha256]));
  return files
    .filter((file) => known.has(file.name) && known.get(file.name) !== file.sha256)
    .map((file) => file.name);
}
