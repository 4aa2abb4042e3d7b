import { describe, expect, it } from 'vitest';
import { assessmentsNextStep } from './assessments-next-step';
import { stepOnPage } from './step-on-page';

describe('the next step of the assessments', () => {
  const newest = {
    id: 'asm_1',
    title: '2027',
    status: 'draft' as const,
    progress: { answered: 3, total: 9 },
    carriedOnTo: null,
  };
  const officer = { analyse: true, approve: true, invite: false };
  const admin = { analyse: false, approve: true, invite: true };

  it('begins the first one', () => {
    expect(assessmentsNextStep(undefined, officer).href).toBe('/assessments/new');
    expect(assessmentsNextStep(undefined, admin)).toMatchObject({
      href: null,
      also: { href: '/settings/members#invite' },
    });
    expect(assessmentsNextStep(undefined, { ...admin, invite: false }).also).toBeNull();
    expect(assessmentsNextStep(undefined, { ...officer, invite: true }).also).toBeNull();
  });

  it('goes on with a draft, for who works on it', () => {
    expect(assessmentsNextStep(newest, officer)).toMatchObject({
      title: 'Go on with “2027”',
      text: expect.stringContaining('3 of 9'),
      href: '/assessments/asm_1',
    });
    expect(assessmentsNextStep(newest, admin).href).toBeNull();
  });

  it('signs what waits, then keeps it current', () => {
    const waiting = assessmentsNextStep({ ...newest, status: 'in-review' }, admin);
    expect(waiting).toMatchObject({ title: 'Read “2027” and sign it', href: '/assessments/asm_1/sign-off' });
    expect(assessmentsNextStep({ ...newest, status: 'signed' }, admin)).toMatchObject({
      title: 'Keep the analysis current',
      href: null,
      also: null,
    });
    const signed = { ...newest, status: 'signed' as const };
    const next = { id: 'asm_2', title: '2028' };
    expect(assessmentsNextStep(signed, officer).also?.href).toBe('/assessments/new?follows=asm_1');
    expect(assessmentsNextStep({ ...signed, carriedOnTo: next }, officer).also).toBeNull();
  });
});

describe('the step on a page of an assessment', () => {
  const nextStep = {
    title: 'Say what this covers',
    text: '',
    citation: null,
    href: '/assessments/asm_1/scope',
  };
  const assessment = {
    id: 'asm_1',
    nextStep,
    status: 'draft' as const,
    allowedActions: ['answer' as const],
    followedBy: null,
  };

  it('leads there', () => {
    expect(stepOnPage(assessment, true)).toEqual(nextStep);
  });

  it('is only told to who may not take it', () => {
    expect(stepOnPage({ ...assessment, allowedActions: ['export'] }, true)).toEqual({
      ...nextStep,
      href: null,
    });
  });

  it('begins the next year of a signed one, or leads to the analysis that did', () => {
    const signed = { ...assessment, status: 'signed' as const };
    const begin = { label: 'Begin the next year', href: '/assessments/new?follows=asm_1' };
    expect(stepOnPage(signed, true)).toEqual({ ...nextStep, also: begin });
    expect(stepOnPage(signed, false).also).toBeNull();
    const followed = { ...signed, followedBy: { id: 'asm_2', title: '2028' } };
    expect(stepOnPage(followed, true).also).toEqual({
      label: 'Followed by “2028”',
      href: '/assessments/asm_2',
    });
    const goOn = { ...nextStep, href: '/assessments/asm_2' };
    expect(stepOnPage({ ...followed, nextStep: goOn }, true).also).toBeNull();
  });
});
