import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../testing/test-app.js';
import { encryptedColumn, encryptedColumnNames } from './encrypted-column.js';

/** Binary columns that hold no person's words: hashes, and keys that are wrapped themselves. */
const NOT_FIELDS = [
  'data_key.wrapped',
  'installation.key_canary',
  'invitation.token_hash',
  'scan_host.host_key',
  'session.token_hash',
  'stored_file.sha256',
  'vulnerability.host_key',
  'vulnerability.location_key',
];
/** Sealed words that travel inside of a JSON payload. */
const INSIDE_JSON = ['outbox.payload'];

let test: TestApp;

beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

it('every binary column is declared as encrypted, and every declared one is binary', async () => {
  const binary = await test.database.asSuperuser<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns
     where table_schema = 'public' and data_type = 'bytea'`,
  );
  const expected = [...encryptedColumnNames().filter((name) => !INSIDE_JSON.includes(name)), ...NOT_FIELDS];
  expect(binary.map(({ name }) => name).sort()).toEqual(expected.sort());
});

it('a column that is declared twice is refused', () => {
  const [known] = encryptedColumnNames();
  const [table, column] = known!.split('.');
  expect(() => encryptedColumn(table!, column!)).toThrow('declared twice');
});
