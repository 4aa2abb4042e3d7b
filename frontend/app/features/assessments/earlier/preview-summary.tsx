import { useId } from 'react';
import { t } from '~/messages';
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
  const headId = useId();
  const more = counts.bad - badRows.length;
  return (
    <>
      <h4 id={headId}>{t('earlierAnswers.badRows')}</h4>
      <ul className={styles.badRows} aria-labelledby={headId}>
        {badRows.map((row) => (
          <BadRowItem key={row.row} row={row} />
        ))}
      </ul>
      {more > 0 && <p>{t('earlierAnswers.badMore', { count: more })}</p>}
    </>
  );
}

function BadRowItem({ row: { row, question, answer, problems, choices } }: { row: BadRow }) {
  return (
    <li>
      <span className={styles.rowNumber}>{t('earlierAnswers.row', { row })}</span>
      <div className={styles.why}>
        <p className={styles.given}>{[question, answer && `“${answer}”`].filter(Boolean).join(': ')}</p>
        {problems.map((problem) => (
          <p key={problem} className={styles.problem}>
            {problem}
          </p>
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
    </li>
  );
}
