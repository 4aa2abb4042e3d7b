import type { Request, Response } from 'express';
import type { Config } from '../config/config.js';

/** On plain http browsers refuse the `__Host-` prefix and `Secure`: docs/decisions/0004. */
export function cookieName(config: Config): string {
  return config.secureCookies ? '__Host-sid' : 'sid';
}

export function readSessionToken(request: Request, config: Config): string | null {
  const name = cookieName(config);
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim() || null;
  }
  return null;
}

export function setSessionCookie(response: Response, config: Config, token: string): void {
  response.cookie(cookieName(config), token, { ...attributes(config) });
}

export function clearSessionCookie(response: Response, config: Config): void {
  response.clearCookie(cookieName(config), attributes(config));
}

function attributes(config: Config): { httpOnly: true; secure: boolean; sameSite: 'lax'; path: '/' } {
  return { httpOnly: true, secure: config.secureCookies, sameSite: 'lax', path: '/' };
}
