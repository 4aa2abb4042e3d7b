import { t } from '~/messages';
import { ConfirmDialog } from '~/ui/feedback/confirm-dialog';
import { ButtonLink } from '~/ui/text/button-link';
import { DateText } from '~/ui/text/date-text';
import { Section } from '~/ui/text/section';
import styles from './earlier.module.css';
import type { EarlierFiles } from './preview-types';

/** The files whose answers stand beside the questions now. */
export function BroughtIn({ files, questions }: { files: EarlierFiles; questions: string }) {
  if (files.items.length === 0) return null;
  return (
    <Section title={t('earlierAnswers.here')} lead={t('earlierAnswers.hereLead')}>
      <ul className={styles.files}>
        {files.items.map(({ fileName, answers, importedBy, importedAt }) => (
          <li key={fileName + importedAt}>
            {t('earlierAnswers.hereOf', { count: answers, file: fileName })}
            <span className={styles.when}>
              {importedBy.name}, <DateText at={importedAt} />
            </span>
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        <ButtonLink to={questions}>{t('earlierAnswers.toQuestions')}</ButtonLink>
        {files.mayBringIn && (
          <ConfirmDialog
            label={t('earlierAnswers.takeAway')}
            title={t('earlierAnswers.takeAwayTitle')}
            consequence={<p>{t('earlierAnswers.takeAwayText')}</p>}
            confirmLabel={t('earlierAnswers.takeAwayConfirm')}
            fields={{ intent: 'take-away' }}
          />
        )}
      </div>
    </Section>
  );
}
