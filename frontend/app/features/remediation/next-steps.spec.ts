import { describe, expect, it } from 'vitest';
import { actionNextStep } from './action-next-step';
import { planNextStep } from './plan-next-step';

describe('the next step of an action', () => {
  const action: Parameters<typeof actionNextStep>[0] = {
    status: 'planned',
    owner: { id: 'mem_1', name: 'Sam' },
    dueOn: '2027-03-01',
    overdue: false,
    allowedActions: ['update', 'work', 'start'],
    waitsFor: [],
  };
  const awaited = { id: 'act_2', number: 7, title: 'Buy', status: 'planned' as const, dueOn: null };

  it.each<[string, Partial<typeof action>, string | undefined, string | null]>([
    ['is to assign it', { owner: null, dueOn: null }, 'Give it an owner and a date', '#planning'],
    ['is to name its owner', { owner: null }, 'Give it an owner', '#planning'],
    ['is to choose a date', { dueOn: null }, 'Give it a date', '#planning'],
    ['is to catch up', { overdue: true, status: 'in-progress' }, 'Finish it, or move its date', '#planning'],
    ['is to wait', { waitsFor: [awaited], overdue: true }, 'A-7 comes first', '#waits'],
    ['is not to wait for what is done', { waitsFor: [{ ...awaited, status: 'done' }] }, 'Start it', null],
    ['is to start', {}, 'Start it', null],
    ['is to finish', { status: 'in-progress' }, 'Finish it, with evidence', '#evidence'],
    ['is to check', { status: 'done', allowedActions: ['validation'] }, 'Check that it works', '#evidence'],
    ['is somebody else’s who did not do it', { status: 'done' }, 'Another person checks it', null],
    ['has no link for who only reads', { dueOn: null, allowedActions: [] }, 'Give it a date', null],
  ])('%s', (_, facts, title, href) => {
    expect(actionNextStep({ ...action, ...facts })).toMatchObject({ title, href });
  });

  it.each(['validated', 'cancelled'] as const)('is nothing once it is %s', (status) => {
    expect(actionNextStep({ ...action, status })).toBeNull();
  });
});

describe('the next step of the plan', () => {
  const none = { count: 0, budgetCents: 0, spentCents: 0, yearlyBudgetCents: 0, yearlySpentCents: 0 };
  const some = { ...none, count: 2 };
  const plan: Parameters<typeof planNextStep>[0] = {
    count: 4,
    byStatus: [
      { status: 'planned', ...some },
      { status: 'validated', ...some },
    ],
    overdue: none,
    awaitingValidation: none,
    unowned: 0,
    undated: 0,
  };
  const officer = { plan: true, validate: true };

  it.each<[string, Partial<typeof plan>, string, string | null]>([
    [
      'names what is overdue first',
      { overdue: { ...none, count: 1 }, awaitingValidation: some },
      'One action is overdue',
      '/plan?overdue=true',
    ],
    [
      'then what waits to be checked',
      { awaitingValidation: some, unowned: 1 },
      '2 fixes wait to be checked',
      '/plan?status=done',
    ],
    [
      'then what nobody sees to',
      { unowned: 1, undated: 1 },
      'Give one action an owner',
      '/plan?ownerId=none&status=unfinished',
    ],
    ['then what has no day', { undated: 3 }, 'Give 3 actions a date', null],
    ['then the rest', {}, 'Finish the 2 open actions', '/plan?status=unfinished'],
    ['then nothing', { byStatus: [{ status: 'validated', ...some }] }, 'Nothing is open', null],
    ['begins at the risks', { count: 0, byStatus: [] }, 'Plan the first fix', '/risks?treatment=mitigate'],
  ])('%s', (_, facts, title, href) => {
    expect(planNextStep({ ...plan, ...facts }, null, officer)).toMatchObject({ title, href });
  });

  it('stays within the chosen analysis', () => {
    expect(planNextStep({ ...plan, overdue: some }, 'asm_1', officer).href).toBe(
      '/plan?assessmentId=asm_1&overdue=true',
    );
  });

  it('has no link for what the role may not do', () => {
    const reader = { plan: false, validate: false };
    expect(planNextStep({ ...plan, awaitingValidation: some }, null, reader).href).toBeNull();
    expect(planNextStep({ ...plan, unowned: 1 }, null, reader).href).toBeNull();
  });
});
