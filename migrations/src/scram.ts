import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';

const ITERATIONS = 4096;

/**
 * What PostgreSQL keeps of a password (RFC 5803). It is computed here, so that a statement, and with it a server's log,
 * never holds the password itself. Passwords of roles are plain ASCII, which SASLprep leaves as it is.
 */
export function scramVerifier(password: string, salt = randomBytes(16), iterations = ITERATIONS): string {
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const hmac = (text: string) => createHmac('sha256', salted).update(text).digest();
  const storedKey = createHash('sha256').update(hmac('Client Key')).digest('base64');
  const serverKey = hmac('Server Key').toString('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${serverKey}`;
}

/** Whether what PostgreSQL keeps is of this password; nothing kept, or kept in another way, is not. */
export function isVerifierOf(kept: string | null, password: string): boolean {
  const [, iterations, salt] = /^SCRAM-SHA-256\$(\d+):([^$]+)\$/.exec(kept ?? '') ?? [];
  if (!iterations || !salt) return false;
  return scramVerifier(password, Buffer.from(salt, 'base64'), Number(iterations)) === kept;
}
