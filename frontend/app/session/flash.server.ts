import { randomBytes } from 'node:crypto';
import { createCookie, redirect } from 'react-router';
import { passOnCookie } from './request-scope.server';

export interface Flash {
  text: string;
  tone?: 'success' | 'info' | 'warning';
  /** A change that can be taken back is offered for ten seconds as a form post. */
  undo?: { action: string; fields: Record<string, string> };
}

const secure = process.env.PUBLIC_URL?.startsWith('https:') ?? false;

const cookie = createCookie(secure ? '__Host-flash' : 'flash', {
  secrets: [process.env.FRONTEND_SECRET ?? randomBytes(32).toString('hex')],
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure,
  maxAge: 60,
});

/** Redirect after success, with a word about what was done. */
export async function redirectWithFlash(to: string, flash: Flash | string): Promise<Response> {
  const value: Flash = typeof flash === 'string' ? { text: flash } : flash;
  return redirect(to, { headers: { 'set-cookie': await cookie.serialize(value) } });
}

/** The word of the last action, shown once. */
export async function takeFlash(request: Request): Promise<Flash | null> {
  const flash = (await cookie.parse(request.headers.get('cookie'))) as Flash | null;
  if (flash) passOnCookie(await cookie.serialize('', { maxAge: 0 }));
  return flash;
}
