import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useActionData } from 'react-router';
import { describe, expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { EarlierAnswer } from '../earlier-answer';
import type { Question } from '../questionnaire';
import { BroughtIn } from './brought-in';
import { EarlierUpload } from './earlier-upload';
import type { EarlierPreview } from './preview-types';

const preview: EarlierPreview = {
  fileName: 'answers.xlsx',
  seen: 'f'.repeat(64),
  rowCount: 9,
  workbook: { sheet: '2024', sheets: [{ name: '2024', hidden: false }] },
  used: ['Question', 'Answer'],
  unused: ['Risk score', 'Column 4'],
  counts: { fits: 3, answered: 0, known: 2, empty: 3, bad: 1 },
  replaces: 0,
  badRows: [
    {
      row: 7,
      question: 'Do you lock the door?',
      answer: 'Perhaps',
      problems: ['This is none of the possible answers.'],
      choices: ['a: Yes', 'b: No'],
    },
  ],
};

describe('a file that was looked at', () => {
  it('counts what would happen, names columns that are not used, and each row that is not understood', () => {
    renderPage(<EarlierUpload preview={preview} refused={null} />);
    const shown = screen.getByRole('region', { name: 'What would happen' });
    expect(within(shown).getByRole('status').textContent).toBe(
      '3 fit2 are known from the last analysis3 rows have no answerOne row is not understood',
    );
    expect(within(shown).getByText('2 columns are not used: Risk score, Column 4')).toBeTruthy();
    expect(within(shown).getByText(/that one is shown, and the answer of the file is left out/)).toBeTruthy();
    const row = within(shown).getByText('Row 7').closest('li')!;
    expect(row.textContent).toContain(
      'Do you lock the door?: “Perhaps”This is none of the possible answers.',
    );
    expect(row.textContent).toContain('b: No');
  });

  it('is taken over as what was looked at, leaving bad rows out only as the form says', () => {
    renderPage(<EarlierUpload preview={preview} refused={null} />);
    const form = screen.getByRole('form', { name: 'Bring in earlier answers' });
    expect(form.querySelector<HTMLInputElement>('input[name=seen]')?.value).toBe(preview.seen);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /^Leave them out/ }).checked).toBe(true);
    expect(screen.getByRole('button', { name: 'Take over 3 answers' }).getAttribute('value')).toBe('take');
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('asks about bad rows only where there is one, and offers nothing without a row that fits', () => {
    const { unmount } = renderPage(
      <EarlierUpload
        preview={{ ...preview, counts: { ...preview.counts, bad: 0 }, badRows: [] }}
        refused={null}
      />,
    );
    expect(screen.queryByRole('radio')).toBeNull();
    unmount();
    renderPage(
      <EarlierUpload preview={{ ...preview, counts: { ...preview.counts, fits: 0 } }} refused={null} />,
    );
    expect(screen.queryByRole('button', { name: /Take over/ })).toBeNull();
    expect(screen.getByText('No row of this file brings an answer that is not there yet.')).toBeTruthy();
  });

  it('with several sheets lets another one be looked at', () => {
    const sheets = [
      { name: '2024', hidden: false },
      { name: 'Old', hidden: true },
    ];
    renderPage(
      <EarlierUpload preview={{ ...preview, workbook: { sheet: '2024', sheets } }} refused={null} />,
    );
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: /^Sheet/ }).value).toBe('2024');
    expect(screen.getByRole('option', { name: 'Old (hidden)' })).toBeTruthy();
  });
});

it('keeps the file that was looked at, so that the next press takes over the same one', async () => {
  function Upload() {
    const data = useActionData<{ preview: EarlierPreview }>();
    return <EarlierUpload preview={data?.preview ?? null} refused={null} />;
  }
  renderPage(<Upload />, { action: () => ({ preview }) });
  // The file itself tells nothing here: a reset does not empty it in this DOM, as it does in browsers.
  let emptied = 0;
  screen.getByRole('form').addEventListener('reset', () => (emptied += 1));
  const file = new File(['Question,Answer'], 'answers.csv', { type: 'text/csv' });
  await userEvent.upload(screen.getByLabelText(/^Excel workbook or CSV file/), file);
  await userEvent.click(screen.getByRole('button', { name: 'Look at the file' }));
  await screen.findByRole('button', { name: 'Take over 3 answers' });
  expect(emptied).toBe(0);
});

describe('an earlier answer of a file', () => {
  const earlier = {
    optionId: 'a',
    optionText: 'Yes, in writing',
    standing: 'in-place',
    confirmable: true,
    notes: 'By Ana',
    answeredBy: null,
    answeredAt: null,
    assessment: null,
    file: {
      name: 'answers.xlsx',
      answeredOn: '2024-05-03',
      importedBy: { id: 'mem_1', name: 'Maya Okafor' },
      importedAt: '2026-11-22T10:00:00.000Z',
    },
  };
  // What the part under test reads of a question; the rest of it plays no part here.
  const question = { id: 'S1-Q1', text: 'Do you?', earlier, answer: null } as unknown as Question;

  it('names its file and its day, and can be confirmed', () => {
    renderPage(<EarlierAnswer question={question} mayAnswer onConfirm={() => {}} />);
    expect(screen.getByText('Last time, in “answers.xlsx”:')).toBeTruthy();
    expect(screen.getByText(/May 3, 2024/)).toBeTruthy();
    expect(screen.getByText(/brought in by Maya Okafor/)).toBeTruthy();
    expect(screen.getByRole('button', { name: /^Still true.*Do you\?$/ })).toBeTruthy();
  });
});

it('what was brought in can be taken away only by who may bring in', () => {
  const item = {
    fileName: 'answers.xlsx',
    answers: 3,
    importedBy: { id: 'mem_1', name: 'Maya Okafor' },
    importedAt: '2026-11-22T10:00:00.000Z',
  };
  const { unmount } = renderPage(
    <BroughtIn files={{ mayBringIn: true, items: [item] }} questions="/assessments/asm_1/questions/S1" />,
  );
  expect(screen.getByText(/3 answers of answers.xlsx/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Take them away again' })).toBeTruthy();
  unmount();
  renderPage(<BroughtIn files={{ mayBringIn: false, items: [item] }} questions="/q" />);
  expect(screen.queryByRole('button')).toBeNull();
});
