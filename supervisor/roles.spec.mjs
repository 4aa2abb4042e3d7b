import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LOGIN_ROLES, rolePassword, rolePasswords, roleUrl } from './roles.mjs';

describe('Passwords of database roles', () => {
  it('are derived from the key of the home folder and the name of the role', () => {
    const expected = createHmac('sha256', 'a key').update('part164-role:part164_app').digest('base64url');
    expect(rolePassword('a key', 'part164_app')).toBe(expected);
    expect(rolePassword('a key', 'part164_worker')).not.toBe(expected);
    expect(rolePassword('another key', 'part164_app')).not.toBe(expected);
  });

  it('stay the same in one home, differ between homes, and their key can be read by its owner only', () => {
    const homes = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'part164-roles-')));
    try {
      const first = rolePasswords(homes[0]);
      expect(rolePasswords(homes[0])).toEqual(first);
      expect(Object.keys(first)).toEqual([...LOGIN_ROLES]);
      expect(rolePasswords(homes[1]).part164_app).not.toBe(first.part164_app);
      if (process.platform !== 'win32') {
        expect(statSync(join(homes[0], 'secrets', 'database.key')).mode & 0o777).toBe(0o600);
        expect(statSync(join(homes[0], 'secrets')).mode & 0o777).toBe(0o700);
      }
      const url = roleUrl(
        'postgresql://admin:secret@db:5432/part164?sslmode=require',
        homes[0],
        'part164_app',
      );
      expect(url).toBe(`postgresql://part164_app:${first.part164_app}@db:5432/part164?sslmode=require`);
    } finally {
      for (const home of homes) rmSync(home, { recursive: true, force: true });
    }
  });
});
