import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { DataTable } from '~/ui/table/data-table';
import { REVIEW_FORM } from './chosen';
import { recordColumns } from './record-columns';
import { RecordReviewSection } from './record-review-section';
import { ReviewForm } from './review-form';
import { orItsReview } from './reviews-next-step';
import type { Outcome, RecordReviews, ReviewableRecord } from './words';

const laptop: ReviewableRecord = {
  id: `ast_${'1'.repeat(32)}`,
  type: 'asset',
  name: 'Laptop',
  code: 'DEV-001',
  href: '/inventory/assets/ast_1',
  owner: { id: 'mem_1', name: 'Daniel Reyes' },
  enteredOn: '2025-01-10',
  dueOn: '2026-01-10',
  dueState: 'overdue',
  changedSince: false,
  lastReview: null,
  mayReview: true,
  version: 4,
};
const records: RecordReviews = {
  ...laptop,
  hasEnded: false,
  citation: '45 CFR 164.308(a)(8), 164.316(b)(2)(iii)',
  reviewCount: 0,
  reviews: [],
};

function table(rows: ReviewableRecord[], ticked?: Record<string, string>) {
  renderPage(
    <>
      <DataTable
        plain
        caption="Records"
        columns={recordColumns(ticked)}
        rows={rows}
        rowKey={({ id }) => id}
        empty={null}
      />
      <ReviewForm />
    </>,
  );
}

describe('the table of records', () => {
  it('has a tick for each that one may review, in the version that is seen, which belongs to the form below', () => {
    table([
      laptop,
      { ...laptop, id: `ven_${'2'.repeat(32)}`, type: 'vendor', name: 'PingWell', mayReview: false },
    ]);
    const [tick, ...others] = screen.getAllByRole<HTMLInputElement>('checkbox');
    expect(others).toEqual([]);
    expect(tick).toMatchObject({ name: `record.${laptop.id}`, value: '4', checked: false });
    expect(tick!.getAttribute('form')).toBe(REVIEW_FORM);
    expect(tick!.form?.id).toBe(REVIEW_FORM);
    expect(screen.getByRole('checkbox', { name: 'Choose DEV-001 Laptop' })).toBe(tick);
  });

  it('keeps the ticks after a refusal', () => {
    table([laptop], { [`record.${laptop.id}`]: '3' });
    expect(screen.getByRole<HTMLInputElement>('checkbox')).toMatchObject({ checked: true, value: '4' });
  });

  it('ticks all of the page at once', async () => {
    table([laptop, { ...laptop, id: `ast_${'3'.repeat(32)}` }]);
    (await screen.findByRole('button', { name: 'Tick all on this page' })).click();
    for (const tick of screen.getAllByRole<HTMLInputElement>('checkbox')) expect(tick.checked).toBe(true);
  });

  it('says who looked last and what they found, and that a record reads otherwise since', () => {
    const lastReview = {
      outcome: 'needs-change' as const,
      source: 'review' as const,
      on: '2026-01-02',
      by: { id: 'mem_2', name: 'Maya Okafor' },
    };
    table([{ ...laptop, lastReview, changedSince: true, dueState: 'due-soon' }]);
    const row = within(screen.getByRole('row', { name: /Laptop/ }));
    expect(row.getByText('Needs a change by Maya Okafor')).toBeTruthy();
    expect(row.getByText('Changed since')).toBeTruthy();
    expect(row.getByText('Due soon')).toBeTruthy();
  });
});

describe('the review on the page of a record', () => {
  it('says that nobody reviewed it, when it is due, and by which rule', () => {
    renderPage(<RecordReviewSection record={records} />);
    expect(screen.getByText('Nobody has reviewed it yet.')).toBeTruthy();
    expect(screen.getByText(/^Jan 10, 2026: our convention/)).toBeTruthy();
    expect(screen.getByRole('link', { name: /164\.308\(a\)\(8\)/ })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Review it' })).toBeTruthy();
  });

  it('tells all reviews with their reasons, the newest first', () => {
    const review = (reason: string, outcome: 'still-right' | 'needs-change', day: string) => ({
      outcome,
      source: 'review' as const,
      reason,
      on: day,
      at: `${day}T15:00:00.000Z`,
      by: { id: 'mem_2', name: 'Maya Okafor' },
      stateHash: 'a'.repeat(64),
    });
    renderPage(
      <RecordReviewSection
        record={{
          ...records,
          lastReview: {
            outcome: 'still-right',
            source: 'review',
            on: '2026-02-01',
            by: { id: 'mem_2', name: 'Maya' },
          },
          reviewCount: 2,
          reviews: [
            review('It moved to room 4', 'still-right', '2026-02-01'),
            review('Another room', 'needs-change', '2026-01-02'),
          ],
        }}
      />,
    );
    expect(screen.getByText('Still right, Maya, Feb 1, 2026')).toBeTruthy();
    expect(screen.getByText('All 2 reviews')).toBeTruthy();
    expect(screen.getAllByRole('listitem', { hidden: true }).map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('It moved to room 4'),
      expect.stringContaining('Another room'),
    ]);
  });

  const said = (reason: string, source: 'review' | 'carried', outcome: Outcome) => ({
    outcome,
    source,
    reason,
    on: '2026-01-02',
    at: `2026-01-02T15:00:00.000Z`,
    by: null,
    stateHash: null,
  });

  it('says of how many reviews it shows the last ones', () => {
    const reviews = [said('Seen on its shelf', 'review', 'still-right')];
    renderPage(<RecordReviewSection record={{ ...records, reviewCount: 51, reviews }} />);
    expect(screen.getByText('The last 1 of 51 reviews')).toBeTruthy();
    expect(screen.queryByText(/^All /)).toBeNull();
  });

  it('gives the reason of the review that stands, not of a newer confirmation in a draft', () => {
    const lastReview = {
      outcome: 'needs-change' as const,
      source: 'review' as const,
      on: '2026-01-01',
      by: null,
    };
    const reviews = [
      said('As it was last year', 'carried', 'still-right'),
      said('It stands in another room now', 'review', 'needs-change'),
    ];
    renderPage(
      <RecordReviewSection record={{ ...records, type: 'risk', lastReview, reviewCount: 2, reviews }} />,
    );
    expect(screen.getAllByText('It stands in another room now')).toHaveLength(2);
    expect(screen.getAllByText('As it was last year')).toHaveLength(1);
  });

  it('asks nobody to review what has ended, and shows nothing to who may not see it', () => {
    const { container } = renderPage(<RecordReviewSection record={null} />);
    expect(container.querySelector('section')).toBeNull();
    renderPage(<RecordReviewSection record={{ ...records, hasEnded: true, mayReview: false }} />);
    expect(screen.getByText('None: it has ended.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Review it' })).toBeNull();
  });
});

describe('what is next for a record where nothing else is', () => {
  const keep = { title: 'Keep it true', text: '', citation: null, href: null };
  const found = { on: '2026-01-02', by: null, outcome: 'needs-change', source: 'review' } as const;

  it.each([
    ['its review, once that is due', records, 'Review it'],
    ['nothing, before that', { ...records, dueState: 'not-due' }, keep.title],
    ['nothing that others may do', { ...records, mayReview: false }, keep.title],
    [
      'the change that the review asked for',
      { ...records, dueState: 'not-due', lastReview: found },
      'Change what the review found',
    ],
    [
      'a review, once it is changed and due',
      { ...records, dueState: 'due-soon', changedSince: true, lastReview: found },
      'Review it',
    ],
  ] as [string, RecordReviews, string][])('is %s', (_, record, title) => {
    expect(orItsReview(keep, record).title).toBe(title);
  });

  it('comes after whatever else is to be done', () => {
    expect(orItsReview({ ...keep, title: 'Name an owner', href: '?edit' }, records).title).toBe(
      'Name an owner',
    );
  });
});
