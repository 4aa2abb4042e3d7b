import { Injectable } from '@nestjs/common';
import { currentMember } from '../../../platform/context/request-context.js';
import { TenantDb, type ReadTx, type WriteTx } from '../../../platform/database/tenant-db.js';
import { DomainError, notFound } from '../../../platform/kernel/domain-error.js';
import { Packs, questionsOf } from '../../compliance/index.js';
import { allowedActions } from '../domain/assessment-actions.js';
import { refuseUnlessDraft } from '../domain/assessment-status.js';
import { QuestionFinder } from '../domain/earlier-list/find-question.js';
import {
  judgeEarlier,
  type EarlierOutcome,
  type JudgedEarlier,
} from '../domain/earlier-list/judge-earlier.js';
import type {
  BringEarlierQuery,
  EarlierFiles,
  EarlierPreview,
  EarlierTaken,
} from '../earlier-answer.schemas.js';
import { standingsOf } from '../persistence/answer-standings.js';
import { assessmentPins, type AssessmentPins } from '../persistence/assessment-pins.js';
import {
  broughtIn,
  earlierAnsweredIds,
  removeEarlierAnswers,
  replaceEarlierAnswers,
} from '../persistence/earlier-answer.repository.js';
import { assessmentViewer } from './assessment-viewer.js';
import { previouslyAnsweredIds } from './earlier-answers.js';
import { readEarlierList, type EarlierList } from './earlier-list.js';

const MOST_BAD_SHOWN = 200;

interface GivenFile {
  fileName: string;
  bytes: Buffer;
}

/** Answers of an earlier year from a spreadsheet: looked at first, then kept beside the questions until each is confirmed. */
@Injectable()
export class BringEarlierAnswers {
  constructor(
    private readonly db: TenantDb,
    private readonly packs: Packs,
  ) {}

  files(assessmentId: string): Promise<EarlierFiles> {
    return this.db.read(async (tx) => {
      const pins = await assessmentPins(tx, assessmentId);
      return {
        mayBringIn: allowedActions(pins, assessmentViewer()).includes('answer'),
        items: await broughtIn(tx, assessmentId),
      };
    });
  }

  /** What would become of each row. Nothing is kept of the file. */
  async preview(assessmentId: string, file: GivenFile, sheet: string | null): Promise<EarlierPreview> {
    // Whoever may not see the analysis learns nothing about their file.
    await this.db.read(async (tx) => refuseUnlessDraft((await assessmentPins(tx, assessmentId)).status));
    const given = await readEarlierList(file.fileName, file.bytes, sheet);
    return this.db.read(async (tx) => {
      const rows = await this.judge(tx, await assessmentPins(tx, assessmentId), given);
      return previewOf(given, rows, await earlierAnsweredIds(tx, assessmentId));
    });
  }

  /** Takes over the rows that fit, of the very file that was looked at. */
  async bringIn(assessmentId: string, file: GivenFile, query: BringEarlierQuery): Promise<EarlierTaken> {
    await this.db.read(async (tx) => refuseUnlessDraft((await assessmentPins(tx, assessmentId)).status));
    const given = await readEarlierList(file.fileName, file.bytes, query.sheet ?? null);
    if (given.seen !== query.seen) throw otherFile();
    return this.db.write(async (tx) => {
      const pins = await assessmentPins(tx, assessmentId, 'change');
      refuseUnlessDraft(pins.status);
      const rows = await this.judge(tx, pins, given);
      const leftOut = countsOf(rows).bad;
      if (leftOut > 0 && query.leaveOutBad === 'false') throw badRowsLeft(leftOut);
      const entries = rows.flatMap(({ outcome, entry }) => (outcome === 'fits' && entry ? [entry] : []));
      if (entries.length === 0) throw nothingFits();
      const place = { assessmentId, fileName: given.fileName, importedBy: currentMember().memberId };
      const replaced = await replaceEarlierAnswers(tx, place, entries);
      const taken = { kept: entries.length, replaced, leftOut };
      tx.audit.record({ action: 'answer.earlier-brought-in', ...about(assessmentId), detail: taken });
      return taken;
    });
  }

  async takeAway(assessmentId: string): Promise<void> {
    await this.db.write(async (tx) => {
      const pins = await assessmentPins(tx, assessmentId, 'change');
      refuseUnlessDraft(pins.status);
      const answers = await removeEarlierAnswers(tx, assessmentId);
      if (answers === 0) throw notFound('earlier-answer');
      tx.audit.record({ action: 'answer.earlier-taken-away', ...about(assessmentId), detail: { answers } });
    });
  }

  private async judge(tx: ReadTx | WriteTx, pins: AssessmentPins, { list, columns }: EarlierList) {
    const questionnaire = await this.packs.questionnaire(pins.questionnairePack, pins.questionnaireVersion);
    return judgeEarlier(list.rows, columns, {
      questions: new QuestionFinder(questionsOf(questionnaire)),
      answered: new Set((await standingsOf(tx, pins.id)).keys()),
      known: await previouslyAnsweredIds(tx, pins, (of) =>
        this.packs.questionnaire(of.questionnairePack, of.questionnaireVersion),
      ),
      today: tx.today,
    });
  }
}

function about(assessmentId: string) {
  return {
    target: { type: 'answer', id: null },
    parent: { type: 'assessment', id: assessmentId },
  } as const;
}

function countsOf(rows: readonly JudgedEarlier[]): Record<EarlierOutcome, number> {
  const counts = { fits: 0, answered: 0, known: 0, empty: 0, bad: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}

function previewOf(
  { fileName, seen, list, columns }: EarlierList,
  rows: readonly JudgedEarlier[],
  there: ReadonlySet<string>,
): EarlierPreview {
  return {
    fileName,
    seen,
    rowCount: rows.length,
    workbook: list.workbook,
    used: columns.used.map(({ heading }) => heading),
    unused: columns.unused,
    counts: countsOf(rows),
    replaces: rows.filter(({ outcome, entry }) => outcome === 'fits' && there.has(entry!.questionId)).length,
    badRows: rows
      .filter(({ outcome }) => outcome === 'bad')
      .slice(0, MOST_BAD_SHOWN)
      .map(({ row, question, answer, problems, choices }) => ({ row, question, answer, problems, choices })),
  };
}

function otherFile(): DomainError {
  const message = 'This is not the file that you looked at, or it has changed since. Look at it first.';
  return new DomainError('earlier-answers.other-file', 'conflict', message, {
    fieldErrors: { file: [message] },
  });
}

function badRowsLeft(count: number): DomainError {
  const rows = count === 1 ? 'One row cannot be understood' : `${count} rows cannot be understood`;
  const message = `${rows}. Mend the file, or choose to leave them out. Nothing was taken over.`;
  return new DomainError('earlier-answers.bad-rows', 'conflict', message, {
    fieldErrors: { leaveOutBad: [message] },
  });
}

function nothingFits(): DomainError {
  return new DomainError(
    'earlier-answers.nothing-fits',
    'conflict',
    'No row of this file brings an answer that is not there yet. Nothing was taken over.',
  );
}
