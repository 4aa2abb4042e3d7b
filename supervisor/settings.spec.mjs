import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Refusal } from './refusal.mjs';
import { CHECKOUT, readSettings } from './settings.mjs';

/** @param {Record<string, string>} env */
function refusalOf(env) {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error(`${JSON.stringify(env)} was accepted`);
}

describe('Settings', () => {
  it('need nothing: every variable has a default, and an empty one counts as none', () => {
    const settings = readSettings({ PORT: '', DATABASE_URL: ' ' });
    expect(settings).toMatchObject({
      port: 3164,
      host: '127.0.0.1',
      demo: true,
      databaseUrl: undefined,
      logLevel: 'info',
    });
    expect(settings.home).toBe(resolve(CHECKOUT, '.part164'));
  });

  it('take PART164_HOME from where the command was typed', () => {
    expect(readSettings({ PART164_HOME: 'data', INIT_CWD: '/srv/clinic' }).home).toBe(
      resolve('/srv/clinic/data'),
    );
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '3164.5'],
    // Browsers do not open these.
    ['PORT', '4190'],
    ['PORT', '006000'],
    ['PUBLIC_URL', 'compliance.example.org'],
    ['PUBLIC_URL', 'https://example.org/part164'],
    ['PUBLIC_URL', 'ftp://example.org'],
    ['DATABASE_URL', 'mysql://root@host/part164'],
    ['DATABASE_URL', 'postgresql://host:5432'],
    ['DATABASE_URL', 'host:5432/part164'],
    ['QUEUE_URL', 'localhost:6379'],
    ['QUEUE_URL', 'http://localhost:6379'],
    ['SMTP_URL', 'foo'],
    ['SMTP_URL', 'mail.example.org:587'],
    ['SMTP_URL', 'https://mail.example.org'],
    ['SMTP_URL', 'smtp://'],
    ['MAIL_FROM', 'compliance'],
    ['MAIL_FROM', 'clinic@'],
    ['DEMO', 'maybe'],
    ['DEMO_PASSWORD', 'short'],
    ['LOG_LEVEL', 'chatty'],
  ])('refuse %s=%s, naming the variable and the fix', (name, value) => {
    const refusal = refusalOf({ [name]: value });
    expect(refusal.message).toContain(name);
    expect(refusal.fix.length).toBeGreaterThan(10);
  });

  it('say of a port that no browser opens why it is refused, and take any free one for 0', () => {
    expect(refusalOf({ PORT: '4190' }).message).toMatch(/PORT=4190 .*browsers refuse/);
    expect(readSettings({ PORT: '4191' }).port).toBe(4191);
    expect(readSettings({ PORT: '0' }).port).toBe(0);
  });

  it('never show the password of a DATABASE_URL, an SMTP_URL or a DEMO_PASSWORD that they refuse', () => {
    for (const env of /** @type {Record<string, string>[]} */ ([
      { DATABASE_URL: 'mysql://me:hunter2hunter2@host/x' },
      { SMTP_URL: 'me:hunter2hunter2@mail.example.org' },
      { DEMO_PASSWORD: 'hunter2' },
    ])) {
      const { message, fix } = refusalOf(env);
      expect(`${message} ${fix}`).not.toContain('hunter2');
    }
  });

  it.each([
    'postgresql://admin:secret@db.example.org:5432/part164?sslmode=verify-full',
    'postgres://admin:secret@/part164?host=%2Frun%2Fpostgresql',
  ])('accept the DATABASE_URL %s', (url) => {
    expect(readSettings({ DATABASE_URL: url }).databaseUrl).toBe(url);
  });

  it('accept a mail server and a sender, and name an example where they refuse', () => {
    for (const SMTP_URL of ['smtp://localhost:1025', 'smtps://me:p%40ss@mail.example.org:465']) {
      const MAIL_FROM = 'Part164 <compliance@clinic.example>';
      expect(readSettings({ SMTP_URL, MAIL_FROM })).toMatchObject({ smtpUrl: SMTP_URL, mailFrom: MAIL_FROM });
    }
    expect(refusalOf({ SMTP_URL: 'foo' }).fix).toContain('smtp://user:password@mail.example.org:587');
    expect(refusalOf({ MAIL_FROM: 'foo' }).fix).toContain('Part164 <compliance@clinic.example>');
  });

  it.each([
    ['off', false],
    ['FALSE', false],
    ['0', false],
    ['on', true],
    ['yes', true],
  ])('read DEMO=%s', (value, expected) => {
    expect(readSettings({ DEMO: value }).demo).toBe(expected);
  });
});
