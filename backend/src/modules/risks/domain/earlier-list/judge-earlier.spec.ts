import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../../platform/kernel/calendar-date.js';
import { columnsMissing, earlierColumns } from './columns.js';
import { QuestionFinder } from './find-question.js';
import { judgeEarlier, type JudgedEarlier } from './judge-earlier.js';
import type { ListedQuestion, ListedRow } from './listed.js';
import { readDay } from '../../../../platform/kernel/read-day.js';

const OPTIONS = [
  { id: 'a', text: 'Yes, in writing', standing: 'in-place' },
  { id: 'b', text: 'In part', standing: 'partial' },
] as const;
function asked(id: string, text: string): [string, ListedQuestion] {
  return [id, { question: { id, text, options: OPTIONS } }];
}
const QUESTIONS = new QuestionFinder(
  new Map([
    asked('S1-Q1', 'Do you lock the door?'),
    asked('S1-Q2', 'Is there a plan?'),
    asked('S2-Q1', 'Are backups tested?'),
    asked('S2-Q2', 'Is it so?'),
    asked('S2-Q3', 'Is it so?'),
  ]),
);
const HEADINGS = ['Question id', 'Question', 'Answer', 'Notes', 'Answered on'];

function judge(rows: (string[] | ListedRow)[], world: { answered?: string[]; known?: string[] } = {}) {
  const raw = rows.map((row, n) => (Array.isArray(row) ? { row: n + 2, cells: row } : row));
  return judgeEarlier(raw, earlierColumns(HEADINGS), {
    questions: QUESTIONS,
    answered: new Set(world.answered),
    known: new Set(world.known),
    today: calendarDate('2026-11-22'),
  });
}
const one = (...cells: string[]): JudgedEarlier => judge([cells])[0]!;
const reasonOf = (...cells: string[]) => one(...cells).problems.join(' ');

describe('the headings of a list', () => {
  it('are found in any order and by what people call them, and those not read are named', () => {
    const columns = earlierColumns(['COMMENTS', '', 'Risk score', 'question text', ' Response ', 'Answer']);
    expect(columns.at).toEqual({ notes: 0, question: 3, answer: 4 });
    expect(columns.unused).toEqual(['Column 2', 'Risk score', 'Answer']);
    expect(columnsMissing(columns)).toBeNull();
  });

  it('that lack the question or the answer are refused by name', () => {
    expect(columnsMissing(earlierColumns(['Question', 'Notes']))).toContain('no heading “Answer”.');
    expect(columnsMissing(earlierColumns(['Answer']))).toContain('“Question” or “Question id”.');
    expect(columnsMissing(earlierColumns(['Nothing']))).toMatch(/“Question id”, and none “Answer”/);
  });
});

describe('a row of earlier answers', () => {
  it.each([
    ['by ids', ['S1-Q1', '', 'a']],
    ['by words, whatever case, spaces and punctuation', ['', 'do you  LOCK the door', 'yes in writing!']],
    ['by both', ['s1-q1', 'Do you lock the door?', 'Yes, in writing']],
    ['by the words where the id is of another tool', ['17.3', 'Do you lock the door?', 'A: Yes, in writing']],
  ])('fits %s', (_, cells) => {
    expect(one(...cells, 'By Ana', '11/03/2025')).toMatchObject({
      outcome: 'fits',
      entry: { questionId: 'S1-Q1', option: { id: 'a' }, notes: 'By Ana', answeredOn: '2025-11-03' },
    });
  });

  it('whose id and words name different questions is of another set, and is not taken', () => {
    expect(reasonOf('S1-Q1', 'Is there a plan?', 'a')).toContain('S1-Q1 asks: “Do you lock the door?”');
    expect(reasonOf('S1-Q1', 'Have you completed a risk assessment before?', 'a')).toContain('S1-Q1 asks');
  });

  it('says why it cannot be understood, and what could be answered', () => {
    expect(reasonOf('X9', '', 'a')).toBe('These questions have none with the id “X9”.');
    expect(reasonOf('', 'Who are you?', 'a')).toContain('None of these questions');
    expect(reasonOf('', 'Is it so?', 'a')).toBe(
      'Several questions have these words: S2-Q2, S2-Q3. Write the id.',
    );
    expect(reasonOf('', '', 'a')).toBe('The row names no question.');
    expect(one('S1-Q1', '', 'Mostly')).toMatchObject({
      outcome: 'bad',
      entry: null,
      problems: ['This is none of the possible answers.'],
      choices: ['a: Yes, in writing', 'b: In part'],
    });
    expect(reasonOf('S1-Q1', '', '', 'Ask Ana')).toContain('notes and no answer');
    expect(reasonOf('S1-Q1', '', 'a', 'x'.repeat(10_001))).toContain('10001 characters');
    expect(reasonOf('S1-Q1', '', 'a', 'a\u202eb')).toContain('cannot be seen');
    expect(reasonOf('S1-Q1', '', 'a', '', 'last spring')).toContain('“last spring” is no day');
    expect(reasonOf('S1-Q1', '', 'a', '', '2026-11-23')).toContain('has not come yet');
    expect(reasonOf('S1-Q1', '', 'a', '', '', 'stray')).toBe('“stray” stands right of the last heading.');
  });

  it('that shows an error of the spreadsheet, or a formula without a result, is not taken', () => {
    const cells = ['S1-Q1', '', 'a', '#REF!'];
    expect(judge([{ row: 2, cells, marks: { 3: 'error' } }])[0]!.problems[0]).toContain(
      '“Notes” shows an error',
    );
    const empty = ['S1-Q1', '', '', ''];
    expect(judge([{ row: 2, cells: empty, marks: { 2: 'formula-without-result' } }])[0]).toMatchObject({
      outcome: 'bad',
    });
  });

  it('without an answer is empty, and one whose question has an answer already says where', () => {
    const rows = [
      ['S1-Q1', '', '-'],
      ['S1-Q2', '', 'b'],
      ['S2-Q1', '', 'b'],
    ];
    const world = { answered: ['S1-Q2'], known: ['S1-Q2', 'S2-Q1'] };
    expect(judge(rows, world).map(({ outcome }) => outcome)).toEqual(['empty', 'answered', 'known']);
  });

  it('of a question that an earlier row answers is named; one without an answer is no such row', () => {
    const rows = judge([
      ['S1-Q1', '', ''],
      ['S1-Q1', '', 'a'],
      ['', 'Do you lock the door?', 'b'],
    ]);
    expect(rows.map(({ outcome }) => outcome)).toEqual(['empty', 'fits', 'bad']);
    expect(rows[2]!.problems).toEqual(['Row 3 answers this question already. Keep one of the two.']);
  });
});

it('a day is read as ISO and as the United States write it, and no other way', () => {
  expect(['2025-02-28', '2025-02-28T10:00:00Z', '2/28/2025', '02/28/2025 3:00 PM'].map(readDay)).toEqual(
    Array.from({ length: 4 }, () => '2025-02-28'),
  );
  expect(['2025-02-29', '28.2.2025', '13/01/2025', '2025'].map(readDay)).toEqual([null, null, null, null]);
});
