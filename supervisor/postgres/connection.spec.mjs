import { describe, expect, it } from 'vitest';
import { connectionUrl, withLogin, withoutPassword } from './connection.mjs';

const LOGIN = { user: 'part164_app', password: 'p@ss/word', database: 'part164' };

describe('Connection URLs', () => {
  it('name the folder of a unix socket', () => {
    expect(connectionUrl({ host: '/run/part 164', port: 5432 }, LOGIN)).toBe(
      'postgresql://part164_app:p%40ss%2Fword@/part164?host=%2Frun%2Fpart%20164&port=5432',
    );
  });

  it('name host and port', () => {
    expect(connectionUrl({ host: '127.0.0.1', port: 6000 }, LOGIN)).toBe(
      'postgresql://part164_app:p%40ss%2Fword@127.0.0.1:6000/part164',
    );
  });

  it('keep everything but the login when that changes', () => {
    const socket = connectionUrl({ host: '/run', port: 5432 }, { ...LOGIN, user: 'postgres' });
    expect(withLogin(socket, { user: 'part164_app' })).toBe(
      connectionUrl({ host: '/run', port: 5432 }, LOGIN),
    );
    expect(
      withLogin('postgres://a:b@db.example.org/x?sslmode=require', {
        user: 'c',
        password: 'd',
        database: 'y',
      }),
    ).toBe('postgres://c:d@db.example.org/y?sslmode=require');
  });

  it('are shown without their password, wherever it stands', () => {
    expect(withoutPassword('postgresql://me:secret@db/x')).toBe('postgresql://me:***@db/x');
    expect(withoutPassword('postgresql://me@db/x?password=secret')).not.toContain('secret');
    expect(withoutPassword('nonsense secret')).not.toContain('secret');
  });
});
