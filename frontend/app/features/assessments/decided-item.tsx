import { Button } from '@mantine/core';
import { Form, Link } from 'react-router';
import { riskNumber } from '~/features/risks/words';
import { t } from '~/messages';
import { CsrfField } from '~/ui/form/csrf-field';
import { DateText } from '~/ui/text/date-text';
import { pairValue } from './pair-on-subject';
import type { Subject } from './proposal-subject';
import styles from './proposal-subject.module.css';

interface DecidedItemProps {
  subject: Subject;
  proposal: Subject['proposals'][number];
  mayDecide: boolean;
}

/** What became of a proposal: its risk, or the reason why it was turned down. That can be taken back. */
export function DecidedItem({ subject, proposal, mayDecide }: DecidedItemProps) {
  const { pairId, threat, vulnerability, decision } = proposal;
  if (!decision) return null;
  const { risk, reason, by, at } = decision;
  return (
    <li className={styles.decided}>
      <div className={styles.words}>
        <h3>{threat.title}</h3>
        <p>
          <span className={styles.label}>{t('assessments.weakPoint')}</span> {vulnerability.title}
        </p>
        {reason && (
          <p>
            <span className={styles.label}>{t('assessments.reason')}</span> {reason}
          </p>
        )}
        <p className={styles.soft}>
          {risk && (
            <>
              <Link to={`/risks/${risk.id}`}>
                {t('proposals.toRisk', { number: riskNumber(risk.number) })}
              </Link>{' '}
            </>
          )}
          {by && `${by.name}, `}
          <DateText at={at} time="none" />
        </p>
      </div>
      {mayDecide && !risk && (
        <Form method="post" preventScrollReset>
          <CsrfField />
          <input type="hidden" name="pair" value={pairValue(pairId, subject.type, subject.id)} />
          <Button
            type="submit"
            name="intent"
            value="restore"
            size="xs"
            variant="default"
            aria-label={`${t('assessments.restore')}: ${threat.title}, ${subject.name}`}
          >
            {t('assessments.restore')}
          </Button>
        </Form>
      )}
    </li>
  );
}
