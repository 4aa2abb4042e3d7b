import { t } from '~/messages';
import type { ReportChanges } from '../../assessment-report';
import { note, small, type Part } from '../../drawn/blocks';
import { drawnStanding } from '../../drawn/drawn-standing';
import type { DrawnColumn } from '../../drawn/drawn-table';
import { Heading, Paragraph } from '../../parts/headings';
import { ChangeHeap, Counted } from './change-heap';

type AnswerChange = ReportChanges['answers']['better']['items'][number];
type NoLongerAsked = ReportChanges['answers']['notAsked']['items'][number];

/** Answers: what got worse first, since that is what one looks for. */
export function AnswerHeaps({ changes: { answers, sameQuestions } }: { changes: ReportChanges }) {
  return (
    <>
      <Heading>{t('changes.answers')}</Heading>
      {!sameQuestions && <Paragraph>{t('changes.answersOther')}</Paragraph>}
      {sameQuestions && (
        <>
          {(['worse', 'better', 'other'] as const).map((heap) => (
            <ChangeHeap
              key={heap}
              title={t(`changes.answers_${heap}`, { count: answers[heap].count })}
              list={answers[heap]}
              columns={columns()}
            />
          ))}
          <ChangeHeap
            title={t('changes.answers_notAsked', { count: answers.notAsked.count })}
            list={answers.notAsked}
            columns={notAskedColumns()}
          />
          <Counted>
            {`${t('changes.answersSame', { count: answers.same })} ${t('changes.answersOpen', { count: answers.unanswered })}`}
          </Counted>
        </>
      )}
    </>
  );
}

function columns(): DrawnColumn<AnswerChange>[] {
  return [
    {
      header: t('changes.question'),
      share: 3,
      cell: ({ questionId, text }) => [note(questionId), small(text)],
    },
    { header: t('changes.before'), share: 2, cell: ({ from }) => given(from) },
    { header: t('changes.now'), share: 2, cell: ({ to }) => given(to) },
  ];
}

function notAskedColumns(): DrawnColumn<NoLongerAsked>[] {
  const [question, before] = columns();
  return [question!, before!, { header: t('changes.because'), share: 2, cell: ({ because }) => because }];
}

function given(answer: AnswerChange['from']): Part[] {
  return answer
    ? [small(answer.optionText), drawnStanding(answer.standing)]
    : [note(t('changes.notAnswered'))];
}
