/**
 * The time of the product's records: the database's own clock, so that all processes agree. Tests and the demo put
 * another in its place; the audit log never asks it, and always has the database's.
 */
export interface Clock {
  read(databaseNow: Date): Date;
}

export const databaseClock: Clock = { read: (now) => now };
