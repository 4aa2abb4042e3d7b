import { hash, verify } from '@node-rs/argon2';
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { availableParallelism } from 'node:os';
import { invalidField } from '../kernel/domain-error.js';

/** Until second factors are required a password stands alone: NIST SP 800-63B asks for fifteen characters then. */
export const SHORTEST_PASSWORD = 15;
export const LONGEST_PASSWORD = 256;
/** 0 guessed at once … 4 very hard to guess. */
const WEAKEST_SCORE = 3;

/** 19 MiB, two passes: OWASP's first choice for argon2id. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const TOO_SHORT = `Use at least ${SHORTEST_PASSWORD} characters. A short sentence works well.`;

export function isTooShort(password: string): boolean {
  return [...password].length < SHORTEST_PASSWORD;
}

/** Refuses what is short, common, or made of the person's and the organization's own words. */
export async function checkPassword(password: string, ownWords: string[], field = 'password'): Promise<void> {
  if (isTooShort(password)) throw invalidField(field, TOO_SHORT, 'password.too-short');
  if (password.length > LONGEST_PASSWORD) {
    throw invalidField(field, `Use at most ${LONGEST_PASSWORD} characters.`, 'password.too-long');
  }
  // A longer prefix adds nothing to the judgement and costs time.
  const strength = await (judge ??= loadJudge());
  if (strength.check(password.slice(0, 100), ownWords).score < WEAKEST_SCORE) {
    throw invalidField(
      field,
      'This password is easy to guess. Add words that have nothing to do with each other.',
      'password.too-weak',
    );
  }
}

/** Its dictionaries are large and needed when somebody chooses a password, which is rare. */
let judge: Promise<ZxcvbnFactory> | undefined;
async function loadJudge(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFC'), ARGON2ID));
}

/** Takes the same time whether the person exists or not. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const against = stored ?? (await decoy());
  const matches = await inTurn(() => verify(against, password.normalize('NFC')).catch(() => false));
  return stored !== null && matches;
}

let decoyHash: Promise<string> | undefined;
function decoy(): Promise<string> {
  return (decoyHash ??= hashPassword('nobody has this password: it only takes the time of one'));
}

/** Hashing takes memory and a core: at most one hash per core at a time. */
let running = 0;
const waiting: (() => void)[] = [];
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= availableParallelism()) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
