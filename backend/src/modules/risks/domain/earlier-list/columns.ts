import { sameWords } from './same-words.js';

/** What a list of earlier answers may tell, with the headings by which people call it; the first is that of our export. */
const HEADINGS = {
  questionId: ['Question id', 'Question no', 'Question number', 'Question #', 'Id'],
  question: ['Question', 'Question text', 'Questions'],
  answer: ['Answer', 'Answers', 'Response', 'Responses', 'Your answer', 'Selected answer', 'Answer id'],
  notes: ['Notes', 'Note', 'Comment', 'Comments', 'Remarks', 'Additional information'],
  answeredOn: ['Answered on', 'Answered at', 'Date answered', 'Date'],
} as const;

export type EarlierField = keyof typeof HEADINGS;

export interface EarlierColumns {
  /** Which column tells a field, by index. */
  at: Partial<Record<EarlierField, number>>;
  /** In the order of the file. */
  used: { heading: string; field: EarlierField }[];
  /** Headings that tell nothing that is taken over. A column without one is named by its number. */
  unused: string[];
}

const FIELD_OF = new Map(
  Object.entries(HEADINGS).flatMap(([field, headings]) =>
    headings.map((heading) => [sameWords(heading), field as EarlierField] as const),
  ),
);

/** Finds the columns by their headings, in any order. Of two for one field the first is taken. */
export function earlierColumns(headings: readonly string[]): EarlierColumns {
  const columns: EarlierColumns = { at: {}, used: [], unused: [] };
  headings.forEach((heading, index) => {
    const field = FIELD_OF.get(sameWords(heading));
    if (field === undefined || columns.at[field] !== undefined) {
      columns.unused.push(heading || `Column ${index + 1}`);
      return;
    }
    columns.at[field] = index;
    columns.used.push({ heading, field });
  });
  return columns;
}

/** Why nothing of the list can be read; null when it can. */
export function columnsMissing({ at }: EarlierColumns): string | null {
  const hasQuestion = at.question !== undefined || at.questionId !== undefined;
  if (hasQuestion && at.answer !== undefined) return null;
  const wanted = [
    ...(hasQuestion ? [] : [`“${HEADINGS.question[0]}” or “${HEADINGS.questionId[0]}”`]),
    ...(at.answer === undefined ? [`“${HEADINGS.answer[0]}”`] : []),
  ];
  return `The first row has no heading ${wanted.join(', and none ')}. Give the columns these headings and choose the file again.`;
}
