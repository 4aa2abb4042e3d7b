import { describe, expect, it } from 'vitest';
import { firstStepStates, type FirstStepFacts } from './first-steps.js';

const founded: FirstStepFacts = {
  sites: 0,
  officers: 0,
  officersInvited: 0,
  signers: 1,
  signersInvited: 0,
  hasAssets: false,
  hasFlows: false,
  latest: null,
};

const stateOf = (facts: Partial<FirstStepFacts>) =>
  Object.fromEntries(firstStepStates({ ...founded, ...facts }).map(({ step, state }) => [step, state]));
const now = (facts: Partial<FirstStepFacts>) =>
  firstStepStates({ ...founded, ...facts }).find(({ state }) => state === 'now')?.step;

describe('the first steps of an organization', () => {
  it('begin with its sites, and all else comes later', () => {
    expect(stateOf({})).toEqual({
      sites: 'now',
      officer: 'later',
      'second-person': 'later',
      assets: 'later',
      flows: 'later',
      begin: 'later',
      answer: 'later',
      rate: 'later',
      sign: 'later',
    });
  });

  it('go on while an invited officer has not joined: one person who joins fills two of them', () => {
    const facts = { sites: 1, officersInvited: 1, signersInvited: 1 };
    expect(stateOf(facts)).toMatchObject({ officer: 'waiting', 'second-person': 'waiting', assets: 'now' });
    expect(stateOf({ ...facts, officers: 1, signers: 2 })).toMatchObject({
      officer: 'done',
      'second-person': 'done',
    });
  });

  it('count what was done before its turn', () => {
    expect(stateOf({ hasAssets: true })).toMatchObject({ sites: 'now', assets: 'done' });
  });

  it('ask for a second person where the officer is alone', () => {
    expect(now({ sites: 1, officers: 1 })).toBe('second-person');
  });

  it('lead through the analysis: questions, risks, signature', () => {
    const before = { sites: 1, officers: 1, signers: 2, hasAssets: true, hasFlows: true };
    expect(now(before)).toBe('begin');
    const at = (unanswered: number, risks: number, risksUnrated: number) =>
      now({ ...before, latest: { unanswered, risks, risksUnrated } });
    expect([at(9, 0, 0), at(0, 0, 0), at(0, 4, 1), at(0, 4, 0)]).toEqual(['answer', 'rate', 'rate', 'sign']);
  });

  it('stay with the analysis once it has begun, whatever was left out before', () => {
    const states = stateOf({
      officers: 1,
      hasAssets: true,
      latest: { unanswered: 9, risks: 0, risksUnrated: 0 },
    });
    expect(states).toMatchObject({ sites: 'later', 'second-person': 'later', begin: 'done', answer: 'now' });
  });

  it('go back to what holds ePHI when an analysis was begun of nothing', () => {
    expect(now({ officers: 1, latest: { unanswered: 125, risks: 0, risksUnrated: 0 } })).toBe('assets');
  });
});
