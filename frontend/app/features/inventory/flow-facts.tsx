import { Link } from 'react-router';
import { AgreementBadge } from '~/features/vendors/agreement-badge';
import { t } from '~/messages';
import { DateText } from '~/ui/text/date-text';
import { Facts, Section } from '~/ui/text/section';
import { StatusBadge } from '~/ui/text/status-badge';
import { Term } from '~/ui/text/term';
import { FlowEndText } from './flow-end-text';
import { counterpartyLabel, TRANSPORT_TONES, transportLabel, type DataFlow } from './flow-labels';
import styles from './inventory.module.css';
import { phiLabel } from './labels';

export function FlowFacts({ flow }: { flow: DataFlow }) {
  return (
    <Section title={t('dataFlows.facts')}>
      <Facts
        rows={[
          { name: t('dataFlows.code'), value: flow.code },
          { name: t('dataFlows.from'), value: <FlowEndText end={flow.from} /> },
          { name: t('dataFlows.to'), value: <FlowEndText end={flow.to} /> },
          { name: t('dataFlows.filterCounterparty'), value: counterpartyLabel(flow.counterparty) },
          ...(flow.vendors.length > 0
            ? [{ name: t('dataFlows.vendors'), value: <FlowVendors vendors={flow.vendors} /> }]
            : []),
          { name: t('dataFlows.phiTypes'), value: said(flow.phiTypes.map(phiLabel).join(', ')) },
          { name: t('dataFlows.purpose'), value: said(flow.purpose) },
          {
            name: <Term id="minimum-necessary">{t('dataFlows.minimumNecessary')}</Term>,
            value: said(flow.minimumNecessary),
          },
          { name: t('dataFlows.transportMethod'), value: said(flow.transportMethod) },
          {
            name: <Term id="encryption-in-transit">{t('dataFlows.transportSecurity')}</Term>,
            value: (
              <StatusBadge tone={TRANSPORT_TONES[flow.transportSecurity]}>
                {transportLabel(flow.transportSecurity)}
              </StatusBadge>
            ),
          },
          { name: t('dataFlows.offshore'), value: flow.offshore ? t('inventory.yes') : t('inventory.no') },
        ]}
      />
      <p className={styles.quiet}>
        {t('inventory.lastChanged')} <DateText at={flow.updatedAt} />
      </p>
    </Section>
  );
}

function FlowVendors({ vendors }: Pick<DataFlow, 'vendors'>) {
  return (
    <span className={styles.badges}>
      {vendors.map(({ id, name, agreement }) => (
        <span key={id} className={styles.ended}>
          <Link to={`/vendors/${id}`}>{name}</Link>
          <AgreementBadge agreement={agreement} />
        </span>
      ))}
    </span>
  );
}

function said(text: string) {
  return text ? (
    <span className={styles.prose}>{text}</span>
  ) : (
    <span className={styles.quiet}>{t('dataFlows.notSaid')}</span>
  );
}
