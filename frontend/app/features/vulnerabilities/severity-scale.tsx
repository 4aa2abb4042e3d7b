import { t } from '~/messages';
import styles from '~/features/inventory/import/import.module.css';
import { Section } from '~/ui/text/section';

/** How the words and scores of all scanners become one scale: nobody has to guess. */
export function SeverityScale() {
  return (
    <Section title={t('vulnerabilities.scaleTitle')}>
      <p className={styles.steps}>{t('vulnerabilities.scaleText')}</p>
      <p className={styles.steps}>{t('vulnerabilities.scaleWords')}</p>
    </Section>
  );
}
