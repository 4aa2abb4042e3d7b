import { Link } from 'react-router';
import { t } from '~/messages';
import { DateText } from '~/ui/text/date-text';
import { Section } from '~/ui/text/section';
import { dutyName } from './duty-words';
import { DutyBadge } from './incident-badges';
import type { Incident } from './incident-words';
import styles from './incidents.module.css';

/** The notices of an incident on its board, the most urgent first. */
export function OpenDuties({ incident }: { incident: Incident }) {
  const shown = incident.duties.filter(({ status }) => status !== 'withdrawn');
  return (
    <Section title={t('incidents.clocks')} lead={t('incidents.clocksLead')}>
      {shown.length === 0 && (
        <p>
          {t('incidents.noClocks')} {incident.presumption.because}
        </p>
      )}
      <ul className={styles.list}>
        {shown.map((duty) => (
          <li key={duty.id} className={styles.line}>
            <span className={styles.named}>
              <Link to={`/incidents/${incident.id}/clocks#${duty.id}`}>{dutyName(duty)}</Link>
              <span className={styles.quiet}>
                <DateText on={duty.dueOn} />
              </span>
            </span>
            <DutyBadge duty={duty} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
