import { expect, it } from 'vitest';
import sample from './assessment-report.sample.json' with { type: 'json' };
import { namesIn } from './names-in.js';

it('finds who did, decided or owns something, at whatever depth, and each once', () => {
  expect([
    ...namesIn({
      assessment: { preparedBy: 'Maya', submittedBy: null, title: 'By Theo' },
      risks: [{ ownerName: 'Priya', carried: { reviewedBy: 'Maya' } }, { ownerName: '' }],
      actions: [{ history: [{ by: 'Ana', note: 'done' }] }],
    }),
  ]).toEqual(['Maya', 'Priya', 'Ana']);
});

it('finds everyone whom the sample of a report tells the role of', () => {
  expect([...namesIn(sample)].sort()).toEqual(sample.people.map(({ name }) => name).sort());
});
