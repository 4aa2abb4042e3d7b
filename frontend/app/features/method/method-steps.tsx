import { Link } from 'react-router';
import type { Reply } from '~/api/reply';
import { t } from '~/messages';
import { Citation } from '~/ui/text/citation';
import styles from './method.module.css';

export type Methodology = Reply<'/api/v1/methodology', 'get'>;

/** Where a step of the method is done in the product, by its number. */
const PLACES = {
  1: '/assessments',
  2: '/inventory',
  3: '/assessments',
  4: '/assessments',
  5: '/assessments',
  6: '/risks',
  7: '/risks',
  8: '/plan',
  9: '/assessments',
} as const;
type Step = keyof typeof PLACES;

export function MethodSteps({ steps }: { steps: Methodology['steps'] }) {
  return (
    <ol className={styles.steps}>
      {steps.map(({ step, title, text, citations }) => (
        <li key={step}>
          <div className={styles.item}>
            <p className={styles.name}>{title}</p>
            <p>{text}</p>
            {isPlaced(step) && (
              <p className={styles.soft}>
                {t('method.here')} <Link to={PLACES[step]}>{t(`method.place_${step}`)}</Link>
              </p>
            )}
            <p className={styles.cited}>
              <Citation text={citations.join(', ')} />
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

export function MethodTests({ tests }: { tests: Methodology['tests'] }) {
  return (
    <ol className={styles.steps}>
      {tests.map(({ id, title, question, howToShow, citations }) => (
        <li key={id}>
          <div className={styles.item}>
            <p className={styles.name}>{title}</p>
            <p>{question}</p>
            <p className={styles.soft}>
              {t('method.show')} {howToShow}
            </p>
            <p className={styles.cited}>
              <Citation text={citations.join(', ')} />
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

function isPlaced(step: number): step is Step {
  return step in PLACES;
}
