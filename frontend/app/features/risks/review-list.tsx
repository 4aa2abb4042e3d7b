import { Checkbox } from '@mantine/core';
import { Link } from 'react-router';
import type { ItemOf } from '~/api/reply';
import { t } from '~/messages';
import { useField } from '~/ui/form/form-context';
import { CarriedMark } from './carried-mark';
import { LevelTag } from './level-tag';
import styles from './review-list.module.css';
import { riskNumber } from './words';

export type WaitingRisk = Pick<
  ItemOf<'/api/v1/risks'>,
  | 'id'
  | 'version'
  | 'number'
  | 'title'
  | 'status'
  | 'subject'
  | 'subjectEnd'
  | 'residualLevel'
  | 'inherentLevel'
>;

/** The risks that wait for their review, each to be ticked or opened. What was ticked comes back after a refusal. */
export function ReviewList({ risks, mayReview }: { risks: readonly WaitingRisk[]; mayReview: boolean }) {
  const field = useField('risks');
  const ticked = field.typed?.split(',').map((value) => value.split('@')[0]) ?? [];
  return (
    <fieldset className={styles.group}>
      <legend className="visually-hidden">{t('carried.chooseLegend')}</legend>
      <ul className={styles.list}>
        {risks.map((risk) => (
          <li key={risk.id} className={styles.item}>
            {mayReview && risk.residualLevel ? (
              <Checkbox
                name="risks"
                value={`${risk.id}@${risk.version}`}
                defaultChecked={ticked.includes(risk.id)}
                aria-label={t('carried.choose', { risk: `${riskNumber(risk.number)} ${risk.title}` })}
              />
            ) : (
              <span />
            )}
            <Words risk={risk} />
          </li>
        ))}
      </ul>
      {field.error && <p className={styles.error}>{field.error}</p>}
    </fieldset>
  );
}

function Words({ risk }: { risk: WaitingRisk }) {
  return (
    <div className={styles.words}>
      <p className={styles.title}>
        <span className={styles.soft}>{riskNumber(risk.number)}</span>{' '}
        <Link to={`/risks/${risk.id}`}>{risk.title}</Link>
      </p>
      <p className={styles.facts}>
        {risk.residualLevel ? (
          <>
            <LevelTag level={risk.residualLevel} />
            <span className={styles.soft}>{t('risks.residual')}</span>
          </>
        ) : (
          <span className={styles.soft}>{t('carried.cannotConfirm')}</span>
        )}
        <CarriedMark risk={{ ...risk, carried: null }} />
      </p>
    </div>
  );
}
