import { randomBytes } from 'node:crypto';

/** A name that nothing else bears: the demo is shared, and a journey looks only at what it made itself. */
export function unique(name: string): string {
  return `${name} ${randomBytes(3).toString('hex').toUpperCase()}`;
}
