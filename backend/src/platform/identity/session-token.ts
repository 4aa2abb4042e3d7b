import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits in the cookie; the database holds only their hash. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** The form token of a session: bound to it, of no use without its cookie. */
export function csrfTokenOf(token: string): string {
  return createHmac('sha256', token).update('part164 form token').digest('base64url');
}

export function equalText(a: string, b: string): boolean {
  const [left, right] = [createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest()];
  return timingSafeEqual(left, right);
}
