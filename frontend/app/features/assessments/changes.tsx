import { Link } from 'react-router';
import type { Reply } from '~/api/reply';
import { changeLines } from '~/features/inventory/inventory-change-words';
import { riskNumber } from '~/features/risks/words';
import { t } from '~/messages';
import type { Column } from '~/ui/table/data-table';
import { Section } from '~/ui/text/section';
import { ChangeList } from './change-list';
import styles from './change-list.module.css';
import { decisionWord } from './specification-words';

type Changes = Reply<'/api/v1/assessments/{id}/changes', 'get'>;
type AnswerChange = Changes['answers']['better']['items'][number];
type NoLongerAsked = Changes['answers']['notAsked']['items'][number];
type InventoryChanges = Changes['assets'];
type ChangedRisk = Changes['risks']['changed']['items'][number];
type Decision = Changes['specifications']['items'][number];

/** Answers: what got worse first, since that is what one looks for. */
export function AnswerChanges({ changes, assessmentId }: { changes: Changes; assessmentId: string }) {
  const { answers, sameQuestions } = changes;
  const columns = answerColumns(assessmentId);
  const rowKey = ({ questionId }: AnswerChange) => questionId;
  return (
    <Section id="answers" flush title={t('changes.answers')}>
      {sameQuestions ? (
        <>
          {(['worse', 'better', 'other'] as const).map((heap) => (
            <ChangeList
              sectionId="answers"
              key={heap}
              of={t('changes.answers')}
              title={t(`changes.answers_${heap}`, { count: answers[heap].count })}
              list={answers[heap]}
              columns={columns}
              rowKey={rowKey}
            />
          ))}
          <ChangeList
            sectionId="answers"
            of={t('changes.answers')}
            title={t('changes.answers_notAsked', { count: answers.notAsked.count })}
            list={answers.notAsked}
            columns={[...columns.slice(0, 2), BECAUSE]}
            rowKey={rowKey}
          />
          <p className={styles.note}>
            {t('changes.answersSame', { count: answers.same })}{' '}
            {t('changes.answersOpen', { count: answers.unanswered })}
          </p>
        </>
      ) : (
        <p className={styles.note}>{t('changes.answersOther')}</p>
      )}
    </Section>
  );
}

const BECAUSE: Column<NoLongerAsked> = {
  key: 'because',
  header: t('changes.because'),
  cell: ({ because }) => because,
};

function answerColumns(assessmentId: string): Column<AnswerChange>[] {
  return [
    {
      key: 'question',
      header: t('changes.question'),
      cell: ({ questionId, sectionId, text }) => (
        <Link to={`/assessments/${assessmentId}/questions/${sectionId}#${questionId}`}>{text}</Link>
      ),
    },
    {
      key: 'before',
      header: t('changes.before'),
      cell: ({ from }) => from?.optionText ?? t('changes.notAnswered'),
    },
    { key: 'now', header: t('changes.now'), cell: ({ to }) => to?.optionText ?? t('changes.notAnswered') },
  ];
}

interface InventoryChangeListsProps {
  id: string;
  title: string;
  changes: InventoryChanges;
}

/** Assets or data flows. */
export function InventoryChangeLists({ id, title, changes }: InventoryChangeListsProps) {
  const { added, gone, changed, same } = changes;
  const name = { key: 'name', header: t('changes.name'), cell: (row: { name: string }) => row.name };
  const rowKey = (row: { name: string }, index: number) => `${row.name} ${index}`;
  return (
    <Section id={id} flush title={title}>
      <ChangeList
        sectionId={id}
        of={title}
        title={t('changes.added', { count: added.count })}
        list={added}
        columns={[name]}
        rowKey={rowKey}
      />
      <ChangeList
        sectionId={id}
        of={title}
        title={t('changes.gone', { count: gone.count })}
        list={gone}
        columns={[name]}
        rowKey={rowKey}
      />
      <ChangeList
        sectionId={id}
        of={title}
        title={t('changes.changed', { count: changed.count })}
        list={changed}
        columns={[
          name,
          {
            key: 'fields',
            header: t('changes.fields'),
            cell: (row: InventoryChanges['changed']['items'][number]) => <Lines lines={changeLines(row)} />,
          },
        ]}
        rowKey={rowKey}
      />
      <p className={styles.note}>{t('changes.same', { count: same })}</p>
    </Section>
  );
}

/** A field a line. */
function Lines({ lines }: { lines: string[] }) {
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

export function RiskChanges({ changes: { risks } }: { changes: Changes }) {
  const rowKey = ({ number }: { number: number }) => String(number);
  const risk = {
    key: 'risk',
    header: t('changes.risk'),
    cell: ({ number, title }: { number: number; title: string }) => `${riskNumber(number)} ${title}`,
  };
  const level = {
    key: 'level',
    header: t('changes.level'),
    cell: (row: { level: string | null }) => row.level ?? t('changes.notRated'),
  };
  return (
    <Section id="risks" flush title={t('changes.risks')}>
      {!risks.sameScale && <p className={styles.note}>{t('changes.scalesDiffer')}</p>}
      <ChangeList
        sectionId="risks"
        of={t('changes.risks')}
        title={t('changes.changed', { count: risks.changed.count })}
        list={risks.changed}
        columns={[
          risk,
          {
            key: 'before',
            header: t('changes.before'),
            cell: ({ from }: ChangedRisk) => from ?? t('changes.notRated'),
          },
          {
            key: 'now',
            header: t('changes.now'),
            cell: ({ to }: ChangedRisk) => to ?? t('changes.notRated'),
          },
        ]}
        rowKey={rowKey}
      />
      <ChangeList
        sectionId="risks"
        of={t('changes.risks')}
        title={t('changes.added', { count: risks.added.count })}
        list={risks.added}
        columns={[risk, level]}
        rowKey={rowKey}
      />
      <ChangeList
        sectionId="risks"
        of={t('changes.risks')}
        title={t('changes.onlyBefore', { count: risks.gone.count })}
        list={risks.gone}
        columns={[risk, level]}
        rowKey={rowKey}
      />
      <p className={styles.note}>{t('changes.same', { count: risks.same })}</p>
    </Section>
  );
}

/** There are some twenty specifications: all of them are here. */
function heapOf(items: Decision[]): { count: number; items: Decision[] } {
  return { count: items.length, items };
}

export function SpecificationChanges({ changes: { specifications } }: { changes: Changes }) {
  const word = (decision: Decision['from']) =>
    decision ? decisionWord(decision) : t('specifications.undecided');
  // Nobody looked at those in this year yet: that is no change.
  const changed = heapOf(specifications.items.filter(({ to }) => to !== null));
  const toConfirm = heapOf(specifications.items.filter(({ to }) => to === null));
  const title = {
    key: 'title',
    header: t('changes.specification'),
    cell: ({ title: name, citation }: Decision) => `${name}, ${citation}`,
  };
  const before = { key: 'before', header: t('changes.before'), cell: ({ from }: Decision) => word(from) };
  const rowKey = ({ citation }: Decision) => citation;
  return (
    <Section id="specifications" flush title={t('changes.specifications')}>
      <ChangeList
        sectionId="specifications"
        of={t('changes.specifications')}
        title={t('changes.changed', { count: changed.count })}
        list={changed}
        columns={[
          title,
          before,
          { key: 'now', header: t('changes.now'), cell: ({ to }: Decision) => word(to) },
        ]}
        rowKey={rowKey}
      />
      <ChangeList
        sectionId="specifications"
        of={t('changes.specifications')}
        title={t('changes.toConfirm', { count: toConfirm.count })}
        list={toConfirm}
        columns={[title, before]}
        rowKey={rowKey}
      />
      {specifications.count === 0 && <p className={styles.note}>{t('changes.nothing')}</p>}
    </Section>
  );
}
