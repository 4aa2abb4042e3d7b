import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import type { RefusedForm } from '~/ui/form/app-form';
import { EvidencePanel } from './evidence-panel';
import type { Question } from './questionnaire';

/** What this part of the page reads of a question; the rest of the API's shape does not matter here. */
const question = {
  id: 'S1-Q1',
  number: 1,
  text: 'Do you analyze your risks?',
  why: '',
  citations: [],
  requirements: [],
  designation: null,
  publishedDesignation: null,
  note: null,
  evidenceHint: '',
  options: [{ id: 'a', label: 'Yes', standing: 'in-place' }],
  answer: {
    id: 'ans_1',
    optionId: 'a',
    standing: 'in-place',
    notes: '',
    version: 1,
    answeredBy: { id: 'mem_1', name: 'Maya Okafor' },
    answeredAt: '2026-03-02T15:00:00.000Z',
    finding: null,
    evidence: [],
  },
} as unknown as Question;

const refused: RefusedForm = {
  problem: {
    status: 422,
    code: 'request.invalid',
    title: 'Some entries need another look.',
    fieldErrors: { title: ['Please fill this in.'] },
  },
  values: { intent: 'evidence', questionId: 'S1-Q1', title: '', note: 'See the binder.' },
};

it('shows an error of the evidence at its form, with what was typed', () => {
  renderPage(<EvidencePanel question={question} mayAnswer refused={refused} />);
  const form = screen.getByRole('form', { name: 'Add evidence' });
  expect(form.closest('details')?.open).toBe(true);
  expect(within(form).getAllByText(/Please fill this in/).length).toBeGreaterThan(0);
  expect(within(form).getByDisplayValue('See the binder.')).toBeTruthy();
});

it('says beforehand which files are taken, and how large', () => {
  renderPage(<EvidencePanel question={question} mayAnswer refused={refused} />);
  const described = screen.getByLabelText('File').getAttribute('aria-describedby')!.split(' ')[0]!;
  expect(document.getElementById(described)?.textContent).toMatch(/^PDF, .*Word, Excel.*up to 20 MB/);
});
