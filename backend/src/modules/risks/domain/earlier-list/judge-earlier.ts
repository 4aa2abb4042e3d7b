import type { CalendarDate } from '../../../../platform/kernel/calendar-date.js';
import { hidesSomething, PRINTABLE } from '../../../../platform/kernel/plain-text.js';
import { readDay } from '../../../../platform/kernel/read-day.js';
import type { EarlierColumns, EarlierField } from './columns.js';
import { findOption, type QuestionFinder } from './find-question.js';
import type { ListedOption, ListedQuestion, ListedRow } from './listed.js';

/**
 * What becomes of a row: `fits`, it is taken over; `answered`, this analysis has an answer already; `known`, the analysis
 * before this one has one, and that is shown; `empty`, no answer is given; `bad`, it cannot be understood.
 */
export const EARLIER_OUTCOMES = ['fits', 'answered', 'known', 'empty', 'bad'] as const;
export type EarlierOutcome = (typeof EARLIER_OUTCOMES)[number];

export interface EarlierEntry {
  questionId: string;
  option: ListedOption;
  notes: string;
  answeredOn: CalendarDate | null;
}

export interface JudgedEarlier {
  row: number;
  outcome: EarlierOutcome;
  /** As the file has them. */
  question: string;
  answer: string;
  /** Of a row that is not bad and not empty. */
  entry: EarlierEntry | null;
  problems: string[];
  /** Of an answer that is none: what could be written. */
  choices: string[];
}

export interface EarlierWorld {
  questions: QuestionFinder;
  /** Ids of the questions that this analysis has answered. */
  answered: ReadonlySet<string>;
  /** Ids of the questions to which the analysis before this one shows an answer. */
  known: ReadonlySet<string>;
  today: CalendarDate;
}

const MOST_NOTES = 10_000;
const MOST_SHOWN = 200;
/** What people write into a cell to say that nothing is to be said. */
const NOTHING = new Set(['', '-', '–', '—']);

/** Judges each row for itself, and those of one question against each other. Nothing is changed. */
export function judgeEarlier(
  rows: readonly ListedRow[],
  columns: EarlierColumns,
  world: EarlierWorld,
): JudgedEarlier[] {
  const rowOf = new Map<string, number>();
  return rows.map((raw) => {
    const judged = new RowJudge(raw, columns, world).judge();
    if (!judged.entry) return judged;
    const { questionId } = judged.entry;
    const first = rowOf.get(questionId);
    if (first === undefined) {
      rowOf.set(questionId, raw.row);
      return judged;
    }
    const reason = `Row ${first} answers this question already. Keep one of the two.`;
    return { ...judged, outcome: 'bad', entry: null, problems: [reason] };
  });
}

class RowJudge {
  private readonly problems: string[] = [];
  private choices: string[] = [];

  constructor(
    private readonly raw: ListedRow,
    private readonly columns: EarlierColumns,
    private readonly world: EarlierWorld,
  ) {}

  judge(): JudgedEarlier {
    const [id, words, answer] = [this.cell('questionId'), this.cell('question'), this.cell('answer')];
    const shown = { question: (words || id).slice(0, MOST_SHOWN), answer: answer.slice(0, MOST_SHOWN) };
    const notes = this.notes();
    this.refuseSpoilt();
    if (answer === '' && notes !== '')
      this.problems.push('There are notes and no answer. Give the answer too, or remove the notes.');
    const isEmpty = answer === '' && this.problems.length === 0;
    const entry = isEmpty ? null : this.entry(id, words, answer, notes);
    return {
      row: this.raw.row,
      outcome: isEmpty ? 'empty' : entry ? this.outcomeOf(entry) : 'bad',
      ...shown,
      entry,
      problems: this.problems,
      choices: this.choices,
    };
  }

  private entry(id: string, words: string, answer: string, notes: string): EarlierEntry | null {
    const question = this.question(id, words);
    const option = question && answer !== '' ? this.option(question, answer) : null;
    const answeredOn = this.day();
    if (this.problems.length > 0 || !question || !option) return null;
    return { questionId: question.question.id, option, notes, answeredOn };
  }

  private question(id: string, words: string): ListedQuestion | null {
    if (id === '' && words === '') {
      this.problems.push('The row names no question.');
      return null;
    }
    const looked = this.world.questions.find(id, words);
    if ('found' in looked) return looked.found;
    this.problems.push(looked.reason);
    return null;
  }

  private option({ question }: ListedQuestion, answer: string): ListedOption | null {
    const looked = findOption(question.options, answer);
    if ('found' in looked) return looked.found;
    this.problems.push(looked.reason);
    this.choices = looked.choices ?? [];
    return null;
  }

  private outcomeOf({ questionId }: EarlierEntry): EarlierOutcome {
    if (this.world.answered.has(questionId)) return 'answered';
    return this.world.known.has(questionId) ? 'known' : 'fits';
  }

  private notes(): string {
    const notes = this.cell('notes');
    if (notes.length > MOST_NOTES)
      this.problems.push(`The notes have ${notes.length} characters; at most ${MOST_NOTES} fit.`);
    if (!PRINTABLE.test(notes) || hidesSomething(notes))
      this.problems.push('The notes have characters that cannot be seen. Type them anew.');
    return notes;
  }

  private day(): CalendarDate | null {
    const cell = this.cell('answeredOn');
    if (cell === '') return null;
    const day = readDay(cell);
    if (day === null)
      this.problems.push(`“${cell.slice(0, 40)}” is no day. Write it as 2025-11-22 or 11/22/2025.`);
    else if (day > this.world.today) this.problems.push('The day of the answer has not come yet.');
    return day;
  }

  /** Cells that show no value of their own to take. */
  private refuseSpoilt(): void {
    for (const { heading, field } of this.columns.used) {
      const mark = this.raw.marks?.[this.columns.at[field]!];
      if (mark === 'error')
        this.problems.push(`“${heading}” shows an error of the spreadsheet. Mend its formula.`);
      if (mark === 'formula-without-result')
        this.problems.push(
          `“${heading}” is a formula, and the file does not say what it gave. Open the file in your spreadsheet program and save it again.`,
        );
    }
    this.raw.cells.slice(this.columns.used.length + this.columns.unused.length).forEach((cell) => {
      if (cell.trim() !== '')
        this.problems.push(`“${cell.trim().slice(0, 40)}” stands right of the last heading.`);
    });
  }

  private cell(field: EarlierField): string {
    const column = this.columns.at[field];
    const cell = column === undefined ? '' : (this.raw.cells[column] ?? '').trim();
    return NOTHING.has(cell) ? '' : cell;
  }
}
