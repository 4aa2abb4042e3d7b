import { t } from '~/messages';
import { numberFormat } from '~/messages/formats';
import { Facts } from '~/ui/text/section';
import { FACTORS } from './determination-words';
import type { Determination } from './incident-words';
import styles from './incidents.module.css';

/** What was decided and why, as it was signed. */
export function DeterminationContent({ content }: Pick<Determination, 'content'>) {
  const { about, individuals, protection, exception, factors, conclusion, because } = content;
  return (
    <Facts
      rows={[
        { name: t('incidents.about'), value: about },
        {
          name: t('incidents.detIndividuals'),
          value: individuals === null ? t('incidents.notCounted') : numberFormat().format(individuals),
        },
        {
          name: t('incidents.detProtection'),
          value: <Reasons head={t(`incidents.protection_${protection.state}`)} words={protection.because} />,
        },
        {
          name: t('incidents.detException'),
          value: <Reasons head={t(`incidents.exception_${exception.kind}`)} words={exception.because} />,
        },
        ...FACTORS.map((name) => ({
          name: t(`incidents.factor_${name}`),
          value: <Reasons head={factors[name].reasoning} words={factors[name].evidence} />,
        })),
        {
          name: t('incidents.conclusion'),
          value: <Reasons head={conclusion ? t(`incidents.conclusion_${conclusion}`) : ''} words={because} />,
        },
      ]}
    />
  );
}

function Reasons({ head, words }: { head: string; words: string }) {
  return (
    <span className={styles.named}>
      <span className={styles.prose}>{head || t('incidents.nothingWritten')}</span>
      {words && <span className={`${styles.prose} ${styles.quiet}`}>{words}</span>}
    </span>
  );
}
