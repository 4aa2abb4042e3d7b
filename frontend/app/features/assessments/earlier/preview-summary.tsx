import { t } from '~/messages';
import { DataTable, type Column } from '~/ui/table/data-table';
import { StatusBadge } from '~/ui/text/status-badge';
import styles from './earlier.module.css';
import { OUTCOME_TONES, OUTCOMES, type EarlierPreview } from './preview-types';

type BadRow = EarlierPreview['badRows'][number];

/** What would become of the rows of a file, every column that is not used, and every row that is not understood. */
export function PreviewSummary({ preview }: { preview: EarlierPreview }) {
  const { counts, unused, replaces } = preview;
  return (
    <div className={styles.preview} role="region" aria-label={t('earlierAnswers.preview')}>
      <h3>{t('earlierAnswers.preview')}</h3>
      <p>{whatWasRead(preview)}</p>
      <div className={styles.counts} role="status">
        {OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) => (
          <StatusBadge key={outcome} tone={OUTCOME_TONES[outcome]}>
            {t(`earlierAnswers.count_${outcome}`, { count: counts[outcome] })}
          </StatusBadge>
        ))}
      </div>
      <ul className={styles.remarks}>
        <li>
          {unused.length > 0
            ? t('earlierAnswers.unused', { count: unused.length, names: unused.join(', ') })
            : t('earlierAnswers.allUsed')}
        </li>
        {counts.answered > 0 && <li>{t('earlierAnswers.answeredText')}</li>}
        {counts.known > 0 && <li>{t('earlierAnswers.knownText')}</li>}
        {replaces > 0 && <li>{t('earlierAnswers.replaces', { count: replaces })}</li>}
        {counts.fits === 0 && <li>{t('earlierAnswers.nothing')}</li>}
      </ul>
      {preview.badRows.length > 0 && <BadRows preview={preview} />}
    </div>
  );
}

function whatWasRead({ rowCount: count, fileName: file, workbook }: EarlierPreview): string {
  return workbook
    ? t('earlierAnswers.readOfSheet', { count, file, sheet: workbook.sheet })
    : t('earlierAnswers.readOf', { count, file });
}

function BadRows({ preview: { badRows, counts } }: { preview: EarlierPreview }) {
  const more = counts.bad - badRows.length;
  return (
    <>
      <h4>{t('earlierAnswers.badRows')}</h4>
      <DataTable
        plain
        caption={t('earlierAnswers.badRows')}
        columns={COLUMNS()}
        rows={badRows}
        rowKey={({ row }) => String(row)}
        empty={null}
      />
      {more > 0 && <p>{t('earlierAnswers.badMore', { count: more })}</p>}
    </>
  );
}

const COLUMNS = (): Column<BadRow>[] => [
  { key: 'row', header: t('earlierAnswers.row'), cell: ({ row }) => row },
  {
    key: 'question',
    header: t('earlierAnswers.question'),
    cell: ({ question }) => <span className={styles.asked}>{question}</span>,
  },
  {
    key: 'answer',
    header: t('earlierAnswers.answer'),
    cell: ({ answer }) => <span className={styles.given}>{answer}</span>,
  },
  { key: 'why', header: t('earlierAnswers.why'), cell: (row) => <Why row={row} /> },
];

function Why({ row: { problems, choices } }: { row: BadRow }) {
  return (
    <div className={styles.why}>
      {problems.map((problem) => (
        <p key={problem}>{problem}</p>
      ))}
      {choices.length > 0 && (
        <details>
          <summary>{t('earlierAnswers.choices')}</summary>
          <ul>
            {choices.map((choice) => (
              <li key={choice}>{choice}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
