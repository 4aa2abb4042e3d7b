import { describe, expect, it } from 'vitest';
import { findingOfAnswer } from './answer-finding.js';
import { refuseDecision, upkeepOf, type FindingDraft, type KnownFinding } from './finding.js';
import { flowFindings } from './flow-findings.js';

const draft: FindingDraft = { title: 'No backup', detail: 'No', citations: [], standing: 'gap' };
const known = (more: Partial<KnownFinding> = {}): KnownFinding => ({
  status: 'open',
  standing: 'gap',
  title: 'No backup',
  detail: 'No',
  ...more,
});
const other: FindingDraft = { ...draft, standing: 'partial', detail: 'Some' };

describe('a finding when its source is looked at again', () => {
  it.each([
    ['nothing there, nothing wrong', null, null, 'leave'],
    ['nothing there, something wrong', null, draft, 'open'],
    ['open, the same', known(), draft, 'leave'],
    ['open, another standing', known(), other, 'update'],
    ['open, mended', known(), null, 'resolve'],
    ['resolved, still fine', known({ status: 'resolved' }), null, 'leave'],
    ['resolved, wrong again', known({ status: 'resolved' }), draft, 'reopen'],
    ['dismissed, the same', known({ status: 'dismissed' }), draft, 'leave'],
    [
      'dismissed, and what it is about has another name',
      known({ status: 'dismissed' }),
      { ...draft, title: 'Other: no backup', isNamedAfterRecord: true },
      'rename',
    ],
    [
      'dismissed, and its title says more',
      known({ status: 'dismissed' }),
      { ...draft, title: '9 critical' },
      'reopen',
    ],
    ['dismissed, but it is something else now', known({ status: 'dismissed' }), other, 'reopen'],
    ['dismissed, mended', known({ status: 'dismissed' }), null, 'resolve'],
    ['open, brought in by mistake', known({ isBaseless: true }), null, 'withdraw'],
    ['dismissed, brought in by mistake', known({ status: 'dismissed', isBaseless: true }), null, 'leave'],
    ['resolved, brought in by mistake', known({ status: 'resolved', isBaseless: true }), null, 'withdraw'],
  ])('%s', (_case, before, wanted, expected) => {
    expect(upkeepOf(before, wanted)).toBe(expected);
  });
});

describe("a person's decision about a finding", () => {
  it('needs a reason to close it', () => {
    expect(() => refuseDecision('answer', 'open', 'dismissed', ' x ')).toThrow(
      'Some entries need another look.',
    );
    expect(() => refuseDecision('answer', 'open', 'dismissed', 'Paper only')).not.toThrow();
  });

  it.each(['answer', 'data-flow'] as const)('cannot resolve by hand what a %s raised', (source) => {
    expect(() => refuseDecision(source, 'open', 'resolved', 'It is done')).toThrow('closes by itself');
    expect(() => refuseDecision('manual', 'open', 'resolved', 'It is done')).not.toThrow();
  });
});

describe('what an answer says', () => {
  const question = { findingTitle: 'No backup', citations: ['45 CFR 164.308(a)(7)(ii)(A)'] };
  it.each(['in-place', 'not-applicable'] as const)('is no finding when it is %s', (standing) => {
    expect(findingOfAnswer(question, { text: 'Yes', standing, explanation: '' })).toBeNull();
  });

  it.each(['gap', 'partial', 'unknown'] as const)(
    "is a finding when it is %s, with the answer's own words",
    (standing) => {
      expect(findingOfAnswer(question, { text: 'No', standing, explanation: 'Make one.' })).toEqual({
        title: 'No backup',
        detail: 'No\n\nMake one.',
        citations: question.citations,
        standing,
      });
    },
  );
});

describe('what data flows show', () => {
  it('is one finding for each flow and concern', () => {
    const wanted = flowFindings([
      {
        id: 'f1',
        name: 'Claims',
        concerns: [
          { kind: 'unencrypted', citations: ['45 CFR 164.312(e)(1)'] },
          { kind: 'no-purpose', citations: [] },
        ],
      },
      { id: 'f2', name: 'Labs', concerns: [] },
    ]);
    expect([...wanted.keys()]).toEqual(['f1:unencrypted', 'f1:no-purpose']);
    expect(wanted.get('f1:unencrypted')).toMatchObject({
      title: 'Claims: nothing protects the data on its way',
      standing: 'gap',
    });
  });
});
