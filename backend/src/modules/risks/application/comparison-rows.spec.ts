import { expect, it } from 'vitest';
import type { ChangesView } from '../changes.schemas.js';
import { comparisonRows } from './comparison-rows.js';

const none = { count: 0, items: [] };
const NOTHING: Omit<ChangesView, 'previous'> = {
  sameQuestions: true,
  answers: { better: none, worse: none, other: none, same: 3, unanswered: 0, notAsked: none },
  assets: { added: none, gone: none, changed: none, same: 1 },
  dataFlows: { added: none, gone: none, changed: none, same: 0 },
  risks: { sameScale: true, added: none, gone: none, changed: none, same: 0 },
  specifications: none,
};
const one = <T>(item: T) => ({ count: 1, items: [item] });
const answer = (id: string, from: string | null, to: string | null) => ({
  questionId: id,
  sectionId: 'S1',
  text: 'Is it locked?',
  from: from === null ? null : { optionText: from, standing: 'gap' },
  to: to === null ? null : { optionText: to, standing: 'in-place' },
});

it('has no row for what is the same', () => {
  expect(comparisonRows(NOTHING)).toEqual([]);
});

it('says of each thing how it differs', () => {
  const rows = comparisonRows({
    ...NOTHING,
    answers: {
      ...NOTHING.answers,
      better: one(answer('Q1', 'No', 'Yes')),
      other: one(answer('Q2', null, 'Yes')),
      notAsked: one({ ...answer('Q3', 'No', null), because: '“Any?” No' }),
    },
    assets: {
      added: one({ name: 'T-1 Tablet' }),
      gone: one({ name: 'T-2 Fax' }),
      changed: one({
        name: 'T-3 Server',
        fields: ['backup', 'phiTypes'],
        details: [
          { field: 'backup', from: [], to: ['tested'] },
          { field: 'phiTypes', from: ['claims', 'images'], to: ['claims'] },
        ],
      }),
      same: 0,
    },
    risks: {
      ...NOTHING.risks,
      added: one({ number: 2, title: 'Fire', level: null }),
      changed: one({ number: 1, title: 'Theft', from: 'High', to: 'Low' }),
    },
    specifications: one({
      citation: '45 CFR 164.312(a)(2)(iv)',
      title: 'Encryption',
      from: 'alternative',
      to: null,
    }),
  });
  expect(rows).toEqual([
    { area: 'answer', change: 'better', what: 'Q1 Is it locked?', before: 'No', now: 'Yes' },
    { area: 'answer', change: 'new', what: 'Q2 Is it locked?', before: null, now: 'Yes' },
    {
      area: 'answer',
      change: 'not-asked',
      what: 'Q3 Is it locked?',
      before: 'No',
      now: null,
      because: '“Any?” No',
    },
    {
      area: 'risk',
      change: 'changed',
      what: 'R-1 Theft',
      fields: ['residualLevel'],
      before: 'High',
      now: 'Low',
    },
    { area: 'risk', change: 'new', what: 'R-2 Fire', now: null },
    {
      area: 'specification',
      change: 'to-confirm',
      what: '45 CFR 164.312(a)(2)(iv) Encryption',
      before: 'alternative',
      now: null,
    },
    { area: 'asset', change: 'new', what: 'T-1 Tablet' },
    { area: 'asset', change: 'gone', what: 'T-2 Fax' },
    {
      area: 'asset',
      change: 'changed',
      what: 'T-3 Server',
      fields: ['backup', 'phiTypes'],
      before: 'backup: –; phiTypes: claims, images',
      now: 'backup: tested; phiTypes: claims',
      details: [
        { field: 'backup', from: [], to: ['tested'] },
        { field: 'phiTypes', from: ['claims', 'images'], to: ['claims'] },
      ],
    },
  ]);
});

it('says only which fields changed where a signature is too old to tell from what', () => {
  const changed = one({ name: 'T-3 Server', fields: ['backup'] });
  expect(comparisonRows({ ...NOTHING, assets: { ...NOTHING.assets, changed } })).toEqual([
    { area: 'asset', change: 'changed', what: 'T-3 Server', fields: ['backup'], before: null, now: null },
  ]);
});
