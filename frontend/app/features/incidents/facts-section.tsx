import type { ReactNode } from 'react';
import { t } from '~/messages';
import { numberFormat } from '~/messages/formats';
import { Citation } from '~/ui/text/citation';
import { DateText, dayText } from '~/ui/text/date-text';
import { Facts, Section } from '~/ui/text/section';
import { coveredEntities, partyName } from './breach-parties';
import type { Incident, IncidentFacts } from './incident-words';
import styles from './incidents.module.css';

interface FactsSectionProps {
  incident: Incident;
  facts: IncidentFacts;
  children: ReactNode;
}

/** What the days are computed from, as it is known now, and each revision before. */
export function FactsSection({ incident, facts: view, children }: FactsSectionProps) {
  const { facts, clock } = view;
  return (
    <Section
      title={t('incidents.facts')}
      lead={t('incidents.factsLead')}
      actions={
        <span className={styles.quiet}>{t('incidents.factsRevision', { revision: view.revision })}</span>
      }
    >
      <Facts
        rows={[
          { name: t('incidents.presumedLabel'), value: incident.presumption.because },
          ...clock.discoveries.map(({ party, on, because, citation }) => ({
            name: `${t('incidents.discovered')} (${partyName(facts, party)})`,
            value: (
              <>
                {dayText(on)}. {because} <Citation text={citation} />
              </>
            ),
          })),
          {
            name: t('incidents.occurredLabel'),
            value: <DateText on={facts.occurredOn} empty={t('incidents.notKnown')} />,
          },
          ...coveredEntities(facts).map((party) => ({
            name: `${t('incidents.counts')} (${party.name})`,
            value: <Counts counts={party.counts} />,
          })),
          ...facts.holds.map((hold) => ({
            name: t('incidents.holdTitle'),
            value: t('incidents.holdLine', {
              form: t(`incidents.hold_${hold.form}`),
              day: dayText(hold.form === 'written' ? hold.through : hold.statedOn),
            }),
          })),
        ]}
      />
      {children}
      <details className={styles.details}>
        <summary>{t('incidents.knowledgeSoFar')}</summary>
        <ul className={styles.list}>
          {facts.knowledge.map(({ party, on, how, onlyByWhoCommittedIt }, at) => (
            <li key={at} className={styles.line}>
              <span>
                {partyName(facts, party)}: {t(`incidents.knowledge_${how}`)}
                {onlyByWhoCommittedIt && ` (${t('incidents.doesNotCount')})`}
              </span>
              <DateText on={on} />
            </li>
          ))}
        </ul>
      </details>
      <details className={styles.details}>
        <summary>{t('incidents.factsHistory')}</summary>
        <ul className={styles.list}>
          {view.history.map(({ revision, reason, writtenBy, writtenAt }) => (
            <li key={revision} className={styles.line}>
              <span>
                {t('incidents.factsRevision', { revision })}: {reason}
              </span>
              <span className={styles.quiet}>
                {writtenBy?.name ?? t('incidents.byProduct')} <DateText at={writtenAt} />
              </span>
            </li>
          ))}
        </ul>
      </details>
    </Section>
  );
}

type Count = ReturnType<typeof coveredEntities>[number]['counts'][number];

function Counts({ counts }: { counts: Count[] }) {
  if (counts.length === 0) return t('incidents.countNone');
  return (
    <span className={styles.named}>
      {counts.map(({ asOf, individuals, residents }, at) => (
        <span key={at}>
          {t('incidents.countLine', { day: dayText(asOf), individuals: numberFormat().format(individuals) })}{' '}
          <span className={styles.quiet}>
            {Object.entries(residents)
              .map(([state, many]) => `${state} ${numberFormat().format(many)}`)
              .join(', ')}
          </span>
        </span>
      ))}
    </span>
  );
}
