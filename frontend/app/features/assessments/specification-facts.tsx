import { Link } from 'react-router';
import { t } from '~/messages';
import { DataTable, type Column } from '~/ui/table/data-table';
import { Citation } from '~/ui/text/citation';
import { DateText } from '~/ui/text/date-text';
import { Facts, Section } from '~/ui/text/section';
import { StatusBadge } from '~/ui/text/status-badge';
import { decisionWord, type Specification } from './specification-words';
import { STANDING_TONE, standingWord } from './words';

type AnswerAbout = Specification['answers'][number];

/** What the specification asks for, and where it stands in the rule. */
export function SpecificationFacts({ specification }: { specification: Specification }) {
  const { citation, summary, inPractice, standard } = specification;
  return (
    <Facts
      rows={[
        { name: t('records.citation'), value: <Citation text={citation} /> },
        { name: t('specifications.asks'), value: summary },
        { name: t('specifications.inPractice'), value: inPractice },
        ...(standard
          ? [
              {
                name: t('specifications.standard'),
                value: (
                  <>
                    {standard.title} <Citation text={standard.citation} />
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

/** The decision for who may not change it, or no longer. */
export function SpecificationDecision({ specification: { decision } }: { specification: Specification }) {
  if (!decision) return <p>{t('specifications.undecided')}</p>;
  return (
    <Facts
      rows={[
        { name: t('specifications.decision'), value: decisionWord(decision.decision) },
        ...(decision.measure ? [{ name: t('specifications.measure'), value: decision.measure }] : []),
        ...(decision.reasoning ? [{ name: t('specifications.reasoning'), value: decision.reasoning }] : []),
        {
          name: t('specifications.decidedBy'),
          value: (
            <>
              {decision.decidedBy.name}, <DateText at={decision.decidedAt} />
            </>
          ),
        },
      ]}
    />
  );
}

interface QuestionsAboutProps {
  assessmentId: string;
  answers: AnswerAbout[];
}

/** The questions about it: each a way to its answer. */
export function QuestionsAbout({ assessmentId, answers }: QuestionsAboutProps) {
  return (
    <Section flush title={t('specifications.questions')}>
      <DataTable
        plain
        caption={t('specifications.questions')}
        columns={questionColumns(assessmentId)}
        rows={answers}
        rowKey={({ questionId }) => questionId}
        empty={<Section>{t('specifications.noQuestions')}</Section>}
      />
    </Section>
  );
}

function questionColumns(assessmentId: string): Column<AnswerAbout>[] {
  return [
    {
      key: 'question',
      header: t('specifications.question'),
      cell: ({ questionId, sectionId, text }) => (
        <Link to={`/assessments/${assessmentId}/questions/${sectionId}#${questionId}`}>{text}</Link>
      ),
    },
    {
      key: 'answer',
      header: t('specifications.answer'),
      cell: ({ asked, optionText }) =>
        optionText ?? t(asked ? 'specifications.notAnswered' : 'specifications.notAsked'),
    },
    {
      key: 'standing',
      header: t('assessments.status'),
      nowrap: true,
      cell: ({ standing }) =>
        standing && <StatusBadge tone={STANDING_TONE[standing]}>{standingWord(standing)}</StatusBadge>,
    },
  ];
}
