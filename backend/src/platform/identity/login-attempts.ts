import { Injectable } from '@nestjs/common';
import { RateLimiterPostgres, type RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { DomainError } from '../kernel/domain-error.js';
import { createHash } from 'node:crypto';

const WINDOW_SECONDS = 15 * 60;
const MOST_FAILURES = 10;

/** Failed sign-ins, counted per account and per address in the database, so that all processes share them. */
@Injectable()
export class LoginAttempts {
  private readonly byAccount: RateLimiterPostgres;
  private readonly byAddress: RateLimiterPostgres;

  constructor(source: DataSource) {
    const storeClient = (source.driver as unknown as { master: unknown }).master;
    const common = {
      storeClient,
      tableName: 'attempt_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
      duration: WINDOW_SECONDS,
    };
    this.byAccount = new RateLimiterPostgres({ ...common, keyPrefix: 'account', points: MOST_FAILURES });
    // One address may be a whole clinic behind its router.
    this.byAddress = new RateLimiterPostgres({ ...common, keyPrefix: 'address', points: MOST_FAILURES * 10 });
  }

  async refuseIfTooMany(email: string, ip: string): Promise<void> {
    for (const [limiter, key] of this.keys(email, ip)) {
      const state = await limiter.get(key);
      if (state && state.remainingPoints <= 0) throw tooMany(state);
    }
  }

  async noteFailure(email: string, ip: string): Promise<void> {
    for (const [limiter, key] of this.keys(email, ip)) {
      // Rejects with the state when the limit is passed: the next attempt is refused by `refuseIfTooMany`.
      await limiter.consume(key).catch((state: unknown) => {
        if (state instanceof Error) throw state;
      });
    }
  }

  async clear(email: string): Promise<void> {
    await this.byAccount.delete(hashed(email));
  }

  private keys(email: string, ip: string): [RateLimiterPostgres, string][] {
    return [
      [this.byAccount, hashed(email)],
      [this.byAddress, hashed(ip)],
    ];
  }
}

/** Counters keep no addresses in the clear. */
function hashed(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 32);
}

function tooMany(state: RateLimiterRes): DomainError {
  const seconds = Math.max(1, Math.ceil(state.msBeforeNext / 1000));
  const minutes = Math.ceil(seconds / 60);
  return new DomainError(
    'session.too-many-attempts',
    'rate-limited',
    `Too many failed attempts. Try again in ${minutes} minute${minutes === 1 ? '' : 's'}.`,
    {
      retryAfterSeconds: seconds,
    },
  );
}
