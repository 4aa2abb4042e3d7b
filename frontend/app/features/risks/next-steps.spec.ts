import { describe, expect, it } from 'vitest';
import { registerNextStep } from './register-next-step';
import { riskNextStep } from './risk-next-step';
import type { Risk } from './words';

const owner = { id: 'mem_1', name: 'Maya Chen' };
const high = { likelihood: 'high', impact: 'high', level: { id: 'high', label: 'High', rank: 75 } };
const action = (status: Risk['actions'][number]['status']): Risk['actions'][number] => ({
  id: `act_${status}`,
  number: 1,
  title: 'Encrypt the laptops',
  status,
  dueOn: null,
  owner,
  expected: null,
});

const acceptance = (standing: Risk['acceptances'][number]['standing']): Risk['acceptances'][number] => ({
  id: 'acc_1',
  reason: 'It costs more',
  untilOn: '2027-05-31',
  standing,
  askedBy: owner,
  askedAt: '2026-11-01T10:00:00.000Z',
  decidedBy: null,
  decidedAt: null,
  decisionNote: '',
  stateHash: 'f'.repeat(64),
  changedFields: [],
  staleAt: null,
  version: 1,
  allowedActions: [],
});

describe('the next step of a risk', () => {
  const risk: Parameters<typeof riskNextStep>[0] = {
    id: 'rsk_1',
    assessment: { id: 'asm_1', title: '2027', status: 'draft' },
    status: 'open',
    residual: high,
    treatment: 'mitigate',
    owner,
    actions: [],
    acceptances: [],
    acceptanceApprovers: null,
    allowedActions: ['update', 'plan'],
  };
  const [RATE, REDUCE] = ['45 CFR 164.308(a)(1)(ii)(A)', '45 CFR 164.308(a)(1)(ii)(B)'];

  it.each<[string, Partial<typeof risk>, string, string, string | null]>([
    ['is to rate it', { residual: null, treatment: null, owner: null }, 'Rate this risk', RATE, '#rating'],
    ['then to decide', { treatment: null, owner: null }, 'Decide what is done about it', REDUCE, '#decision'],
    ['then to name an owner', { owner: null }, 'Name who answers for it', REDUCE, '#decision'],
    [
      'then to review what was carried on',
      { allowedActions: ['update', 'plan', 'review'] },
      'Review this risk',
      '45 CFR 164.306(e)',
      '#review',
    ],
    ['then to plan', {}, 'Plan how it is reduced', REDUCE, '/plan/new?riskId=rsk_1'],
    [
      'a cancelled action is no plan',
      { actions: [action('cancelled')] },
      'Plan how it is reduced',
      REDUCE,
      '/plan/new?riskId=rsk_1',
    ],
    [
      'then to follow what is open',
      { actions: [action('done'), action('in-progress')] },
      'Follow its actions',
      REDUCE,
      '/plan/act_in-progress',
    ],
    [
      'then to have it checked',
      { actions: [action('validated'), action('done')] },
      'Have the fix checked',
      REDUCE,
      '/plan/act_done',
    ],
    [
      'then to say what remains',
      { actions: [action('validated')] },
      'Say what remains of it',
      REDUCE,
      '#rating',
    ],
    [
      'and to keep it current',
      { status: 'treated', actions: [action('validated')] },
      'Keep it current',
      '45 CFR 164.316(b)(2)(iii)',
      null,
    ],
    [
      'what is accepted needs approval',
      { treatment: 'accept', allowedActions: ['update', 'ask-acceptance'] },
      'Have the acceptance approved',
      REDUCE,
      '#acceptance',
    ],
    [
      'and again when it changed',
      { treatment: 'accept', acceptances: [acceptance('stale')] },
      'Have the acceptance approved again',
      REDUCE,
      null,
    ],
    [
      'by somebody else',
      { treatment: 'accept', acceptances: [acceptance('asked')] },
      'It waits for approval',
      REDUCE,
      '#acceptance',
    ],
    [
      'and found, where nobody else may',
      { treatment: 'accept', acceptanceApprovers: [], allowedActions: ['update', 'ask-acceptance'] },
      'Find somebody who may approve it',
      REDUCE,
      '#acceptance',
    ],
    [
      'as is one that was accepted',
      { treatment: 'accept', acceptances: [acceptance('in-force')] },
      'Keep it current',
      '45 CFR 164.316(b)(2)(iii)',
      null,
    ],
    [
      'and one that is closed, whatever it lacks',
      { status: 'closed', residual: null },
      'Keep it current',
      '45 CFR 164.316(b)(2)(iii)',
      null,
    ],
  ])('%s', (_, facts, title, citation, href) => {
    expect(riskNextStep({ ...risk, ...facts })).toMatchObject({ title, citation, href });
  });

  it('has no link for who only reads', () => {
    const reader = { ...risk, allowedActions: [] };
    expect(riskNextStep({ ...reader, residual: null })).toMatchObject({
      title: 'A colleague’s turn: Rate this risk',
      text: expect.stringContaining('compliance officer does this with Maya Chen'),
      href: null,
    });
    expect(riskNextStep({ ...reader, owner: null })).toMatchObject({
      title: 'A colleague’s turn: Name who answers for it',
      text: expect.stringMatching(/^This is the work of a compliance officer/),
      href: null,
    });
    expect(riskNextStep(reader)).toMatchObject({ title: 'Plan how it is reduced', href: null });
  });

  it('waits while somebody reads the analysis', () => {
    const assessment = { ...risk.assessment, status: 'in-review' as const };
    expect(riskNextStep({ ...risk, assessment, residual: null })).toMatchObject({
      title: 'Wait until it is signed',
      href: '/assessments/asm_1/sign-off',
    });
  });
});

describe('the next step of the register', () => {
  const nothing = { inherent: 0, residual: 0 };
  const decided = { toReview: 0, untreated: 0, unowned: 0, unplanned: 0 };
  const draft = { id: 'asm_1', status: 'draft' as const, carriedOnTo: null };
  const heatMap = { residual: [[3, 0]], unrated: nothing, undecided: decided };
  const officer = { rate: true, analyse: true, invite: false };
  const list = '/risks?assessmentId=asm_1';

  it.each<[string, Parameters<typeof registerNextStep>[0], string, string]>([
    [
      'is to begin an analysis',
      { assessment: undefined, heatMap: null },
      'Start the risk analysis',
      '/assessments/new',
    ],
    [
      'to find risks',
      { assessment: draft, heatMap: { ...heatMap, residual: [[0]] } },
      'Look at what could go wrong',
      '/assessments/asm_1/proposals',
    ],
    [
      'to review what was carried on',
      { assessment: draft, heatMap: { ...heatMap, undecided: { ...decided, toReview: 2, untreated: 1 } } },
      'Review 2 carried risks',
      '/risks/review?assessmentId=asm_1',
    ],
    [
      'to rate them',
      { assessment: draft, heatMap: { ...heatMap, unrated: { inherent: 0, residual: 1 } } },
      'Rate one risk',
      `${list}&level=unrated`,
    ],
    [
      'to decide',
      { assessment: draft, heatMap: { ...heatMap, undecided: { ...decided, untreated: 2, unowned: 3 } } },
      'Decide what to do about 2 risks',
      `${list}&treatment=undecided`,
    ],
    [
      'to name owners',
      { assessment: draft, heatMap: { ...heatMap, undecided: { ...decided, unowned: 3, unplanned: 1 } } },
      'Give 3 risks an owner',
      `${list}&ownerId=none`,
    ],
    [
      'to plan',
      { assessment: draft, heatMap: { ...heatMap, undecided: { ...decided, unplanned: 1 } } },
      'Plan how one risk is reduced',
      `${list}&treatment=mitigate`,
    ],
    ['to sign', { assessment: draft, heatMap }, 'Have the analysis signed', '/assessments/asm_1/sign-off'],
    [
      'to wait for the signature',
      { assessment: { ...draft, status: 'in-review' }, heatMap },
      'The register waits for the signature',
      '/assessments/asm_1/sign-off',
    ],
    [
      'to go on where the register is now',
      {
        assessment: { ...draft, status: 'signed', carriedOnTo: { id: 'asm_2', title: '2028' } },
        heatMap,
      },
      'Go on in the next analysis',
      '/risks?assessmentId=asm_2',
    ],
    [
      'to keep it current',
      { assessment: { ...draft, status: 'signed' }, heatMap },
      'Keep the register current',
      '/risks/new',
    ],
  ])('%s', (_, facts, title, href) => {
    expect(registerNextStep(facts, officer)).toMatchObject({ title, href });
  });

  it('leads who may invite to where they do, where nobody can start it', () => {
    const nothing = { assessment: undefined, heatMap: null };
    const admin = { rate: true, analyse: false, invite: true };
    expect(registerNextStep(nothing, admin).also?.href).toBe('/settings/members#invite');
    expect(registerNextStep(nothing, { ...admin, invite: false }).also).toBeNull();
  });

  it('has no link for who only reads', () => {
    const unrated = { ...heatMap, unrated: { inherent: 0, residual: 1 } };
    expect(
      registerNextStep(
        { assessment: draft, heatMap: unrated },
        { rate: false, analyse: false, invite: false },
      ).href,
    ).toBeNull();
  });
});
