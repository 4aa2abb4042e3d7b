// @vitest-environment node
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AssessmentReport } from '../assessment-report';
import { keyFigures, whatIsOpen } from './summary-facts';

const SAMPLE = new URL(
  '../../../../backend/src/modules/risks/domain/assessment-report.sample.json',
  import.meta.url,
);
const TODAY = '2026-11-20';

/** The sample with nothing left to do. */
let whole: AssessmentReport;
beforeAll(async () => {
  const sample = JSON.parse(await readFile(SAMPLE, 'utf8')) as AssessmentReport;
  const rating = sample.risks.find(({ inherent }) => inherent)!.inherent;
  whole = {
    ...sample,
    sections: sample.sections.map((section) => ({
      ...section,
      questions: section.questions.filter(({ answer }) => answer),
    })),
    findings: sample.findings.map((finding) => ({ ...finding, status: 'resolved' as const })),
    risks: sample.risks.map((risk) => ({
      ...risk,
      inherent: rating,
      residual: rating,
      treatment: 'accept' as const,
      ownerName: 'Maria Okafor',
      carried: risk.carried && { ...risk.carried, outcome: 'confirmed' as const },
    })),
    specifications: sample.specifications?.filter(({ decision }) => decision),
    actions: sample.actions.map((action) => ({ ...action, dueOn: null })),
    checklist: sample.checklist.map((test) => ({ ...test, met: true })),
    // Told by newer reports only; its own examples put it in.
    risksWithoutAction: undefined,
  };
});

/** The whole report with one part of it changed. */
function openWith(change: Partial<AssessmentReport>): string[] {
  return whatIsOpen({ ...whole, ...change }, TODAY);
}

it('counts an action that waits for a check among the open ones', () => {
  const statuses = ['planned', 'in-progress', 'done', 'validated', 'cancelled'] as const;
  const actions = statuses.map((status) => ({ ...whole.actions[0]!, status }));
  expect(keyFigures({ ...whole, actions })).toContainEqual({ value: '3', label: 'actions open' });
});

describe('What is still open', () => {
  it('is nothing where all is done', () => {
    expect(openWith({})).toEqual([]);
  });

  it('names findings that are still open, not those dismissed or resolved', () => {
    const [first, second, ...rest] = whole.findings;
    expect(openWith({ findings: [{ ...first!, status: 'open' }, second!, ...rest] })).toEqual([
      'One finding is still open.',
    ]);
    expect(
      openWith({ findings: [{ ...first!, status: 'open' }, { ...second!, status: 'open' }, ...rest] }),
    ).toEqual(['2 findings are still open.']);
  });

  describe('of risks to be reduced', () => {
    const reduced = (status: 'open' | 'treated' | 'closed') => ({
      ...whole.risks[0]!,
      number: 1,
      treatment: 'mitigate' as const,
      status,
    });
    const action = (riskNumber: number, status: 'planned' | 'cancelled') => ({
      ...whole.actions[0]!,
      riskNumber,
      status,
      lowers: undefined as (typeof whole.actions)[0]['lowers'],
    });
    const missing = ['One risk that is to be reduced has no action.'];

    it('names those without any action', () => {
      expect(openWith({ risks: [reduced('open')], actions: [] })).toEqual(missing);
      expect(openWith({ risks: [reduced('open')], actions: [action(2, 'planned')] })).toEqual(missing);
      expect(openWith({ risks: [reduced('open')], actions: [action(1, 'planned')] })).toEqual([]);
    });

    it('counts every risk that an action lowers as planned, not only the one that it is against', () => {
      const lowers = [1, 3].map((riskNumber) => ({
        riskNumber,
        riskTitle: 'x',
        expected: null,
        outcomes: [],
      }));
      const risks = [reduced('open'), { ...reduced('open'), number: 3 }];
      expect(openWith({ risks, actions: [{ ...action(1, 'planned'), lowers }] })).toEqual([]);
      const left = [...risks, { ...reduced('open'), number: 4 }];
      expect(openWith({ risks: left, actions: [{ ...action(4, 'planned'), lowers }] })).toEqual(missing);
    });

    it('takes the number from the report where it tells it, as an action of an earlier year may lower one', () => {
      const risks = [reduced('open'), { ...reduced('open'), number: 3 }];
      expect(openWith({ risks, actions: [], risksWithoutAction: [3] })).toEqual(missing);
      expect(openWith({ risks, actions: [], risksWithoutAction: [] })).toEqual([]);
    });

    it('takes a cancelled action for none', () => {
      expect(openWith({ risks: [reduced('open')], actions: [action(1, 'cancelled')] })).toEqual(missing);
    });

    it('asks for no action where the risk is treated or closed', () => {
      expect(openWith({ risks: [reduced('treated'), reduced('closed')], actions: [] })).toEqual([]);
    });
  });

  it('names risks of an earlier analysis that nobody reviewed, and specifications that nobody decided on', () => {
    const carried = { ...whole.risks[0]!.carried!, outcome: null };
    const [first, ...others] = whole.risks;
    expect(openWith({ risks: [{ ...first!, carried }, ...others] })).toEqual([
      'One risk of an earlier analysis is not reviewed.',
    ]);
    const [decided, ...rest] = whole.specifications!;
    expect(openWith({ specifications: [{ ...decided!, decision: null }, ...rest] })).toEqual([
      'One addressable specification is not decided on.',
    ]);
  });

  it('tells a test without an answer from one that is not met', () => {
    const [first, second, ...others] = whole.checklist;
    const checklist = [{ ...first!, met: null }, { ...second!, met: false }, ...others];
    expect(openWith({ checklist })).toEqual([
      'One of OCR’s five tests has no answer.',
      'One of OCR’s five tests is not met.',
    ]);
  });

  describe('of proposed threats', () => {
    it('names those that nobody decided on', () => {
      expect(openWith({ undecidedProposals: 2 })).toEqual(['2 proposed threats are not decided on.']);
      expect(openWith({ undecidedProposals: 1 })).toEqual(['One proposed threat is not decided on.']);
      expect(openWith({ undecidedProposals: 0 })).toEqual([]);
    });

    it('says nothing where the report does not tell, as one signed earlier does not', () => {
      expect(openWith({ undecidedProposals: undefined })).toEqual([]);
    });
  });
});
