import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { readShippedBreachRule } from '../../compliance/index.js';
import { breachRuleOf } from '../application/breach-rule-of.js';
import { breachClockView } from '../breach-clock.schemas.js';
import { RULE } from '../domain/clock/breach-rule.spec-kit.js';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const FACTS = {
  phi: { state: 'unsecured' },
  parties: [
    {
      id: 'clinic',
      role: 'covered-entity',
      name: 'Juniper Ridge',
      counts: [{ asOf: '2026-02-20', individuals: 612, residents: { CO: 540, NM: 72 } }],
    },
  ],
  knowledge: [{ party: 'clinic', on: '2026-01-15', how: 'known' }],
};

describe('the clocks of a breach', () => {
  it('come with their citations, their arithmetic and the version of the rule that they go by', async () => {
    const officer = await test.signIn('compliance-officer');
    const { body } = await officer.post('/api/v1/breach-clock/compute').send(FACTS).expect(200);
    const clock = breachClockView.parse(body);
    expect(clock).toMatchObject({ rule: { pack: 'breach-rule', version: '2026.1' }, notice: 'presumed' });
    expect(
      clock.duties.map(({ kind, jurisdiction, dueOn, citation }) => [kind, jurisdiction, dueOn, citation]),
    ).toEqual([
      ['individuals', null, '2026-03-16', '45 CFR 164.404(b)'],
      ['media', 'CO', '2026-03-16', '45 CFR 164.406(a), (b)'],
      ['hhs-with-individuals', null, '2026-03-16', '45 CFR 164.408(b)'],
    ]);
    expect(clock.duties[1]!.arithmetic).toEqual([
      '540 residents of CO are more than 500.',
      'Juniper Ridge: first known on Jan 15, 2026.',
      'That is day 0. Day 60 is Mar 16, 2026; weekends and holidays move nothing.',
    ]);
  });

  it.each([
    ['a day before it happened', { occurredOn: '2026-01-16' }, 'knowledge.0.on'],
    ['a day that is none', { occurredOn: '2026-02-30' }, 'occurredOn'],
    ['a field that nobody knows', { severity: 'high' }, '(request)'],
    [
      'encryption by a tick alone',
      { phi: { state: 'encrypted', keyCompromised: 'no', because: '' } },
      'phi.because',
    ],
    [
      'a written hold without its time',
      { holds: [{ form: 'written', to: 'clinic', statedOn: '2026-02-01' }] },
      'holds.0.through',
    ],
  ])('refuse %s by field', async (_what, more, field) => {
    const officer = await test.signIn('compliance-officer');
    const { body } = await officer
      .post('/api/v1/breach-clock/compute')
      .send({ ...FACTS, ...more })
      .expect(400);
    expect(Object.keys((body as { fieldErrors: object }).fieldErrors)).toEqual([field]);
  });
});

it('the shipped figures are those of the rule', async () => {
  expect(breachRuleOf(await readShippedBreachRule())).toEqual(RULE);
});
