import { Button, Checkbox } from '@mantine/core';
import { t } from '~/messages';
import { Citation } from '~/ui/text/citation';
import { DateText } from '~/ui/text/date-text';
import type { Subject } from './proposal-subject';
import styles from './proposal-subject.module.css';

interface ProposalItemProps {
  proposal: Subject['proposals'][number];
  value: string;
  mayDecide: boolean;
}

export function ProposalItem({ proposal, value, mayDecide }: ProposalItemProps) {
  const { threat, vulnerability } = proposal;
  return (
    <li className={styles.item}>
      {mayDecide ? (
        <Checkbox
          name="pairs"
          value={value}
          aria-label={t('assessments.choosePair', { threat: threat.title, weakPoint: vulnerability.title })}
        />
      ) : (
        <span />
      )}
      <div className={styles.words}>
        <h3>{threat.title}</h3>
        <p>
          <span className={styles.label}>{t('assessments.weakPoint')}</span> {vulnerability.title}
        </p>
        <p className={styles.soft}>{proposal.rationale}</p>
        {proposal.earlier && (
          <p>
            <span className={styles.label}>{t('proposals.turnedDownBefore')}</span> {proposal.earlier.reason}{' '}
            <span className={styles.soft}>
              ({proposal.earlier.by?.name}, <DateText at={proposal.earlier.at} />)
            </span>
          </p>
        )}
        <details className={styles.more}>
          <summary>{t('actions.more')}</summary>
          <p>{threat.description}</p>
          <p>{vulnerability.description}</p>
          {proposal.suggestedLikelihood && proposal.suggestedImpact && (
            <p>
              {t('assessments.suggested', {
                likelihood: proposal.suggestedLikelihood.label,
                impact: proposal.suggestedImpact.label,
              })}
            </p>
          )}
          {proposal.safeguards.length > 0 && (
            <p>
              <span className={styles.label}>{t('assessments.safeguards')}</span>{' '}
              {proposal.safeguards.map(({ title }) => title).join('; ')}
            </p>
          )}
          <p className={styles.rules}>
            {proposal.citations.map((citation) => (
              <Citation key={citation} text={citation} />
            ))}
          </p>
        </details>
      </div>
      {mayDecide && (
        <Button
          type="submit"
          name="pair"
          value={value}
          size="xs"
          variant="default"
          formNoValidate
          aria-label={`${t('assessments.accept')}: ${threat.title}`}
        >
          {t('assessments.accept')}
        </Button>
      )}
    </li>
  );
}
