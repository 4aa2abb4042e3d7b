import { describe, expect, it } from 'vitest';
import { watchNpm } from './parent.mjs';

/** @param {Record<string, string>} env */
function watched(env) {
  let parent = 4321;
  let gone = 0;
  /** @type {(() => void) | undefined} */
  let look;
  watchNpm(() => (gone += 1), {
    env,
    readParent: () => parent,
    repeat: (each) => {
      look = each;
      return () => (look = undefined);
    },
  });
  return {
    /** @param {number} number of the process that has become the parent */
    passTo: (number) => (parent = number),
    tick: () => look?.(),
    gone: () => gone,
    isWatching: () => look !== undefined,
  };
}

describe('Started by npm', () => {
  it('goes on while its parent is there', () => {
    const start = watched({ npm_lifecycle_event: 'start' });
    start.tick();
    start.tick();
    expect(start.gone()).toBe(0);
    expect(start.isWatching()).toBe(true);
  });

  it.each([
    ['start', 1],
    // Where somebody else than process 1 takes in orphans.
    ['dev', 777],
  ])('ends once when the parent of `npm run %s` is gone and it belongs to process %i', (event, heir) => {
    const start = watched({ npm_lifecycle_event: event });
    start.passTo(heir);
    start.tick();
    start.tick();
    expect(start.gone()).toBe(1);
    expect(start.isWatching()).toBe(false);
  });
});

describe('Started by node', () => {
  it('does not mind whose child it is', () => {
    const start = watched({});
    expect(start.isWatching()).toBe(false);
    start.passTo(1);
    start.tick();
    expect(start.gone()).toBe(0);
  });
});
