import { t } from '~/messages';
import { DateText } from '~/ui/text/date-text';
import { Facts, Section } from '~/ui/text/section';
import { AgreementBadge } from './agreement-badge';
import { agreementLabel, type Vendor } from './vendor-labels';
import styles from './vendors.module.css';

export function VendorFacts({ vendor }: { vendor: Vendor }) {
  const { agreement, agreementStatus } = vendor;
  return (
    <Section title={t('vendors.facts')}>
      <Facts
        rows={[
          { name: t('vendors.service'), value: said(vendor.service) },
          {
            name: t('vendors.contactEmail'),
            value: vendor.contactEmail ? (
              <a href={`mailto:${vendor.contactEmail}`}>{vendor.contactEmail}</a>
            ) : (
              said('')
            ),
          },
          {
            name: t('vendors.agreement'),
            value: (
              <>
                <AgreementBadge agreement={agreement} />
                {agreement !== agreementStatus && (
                  <span className={styles.quiet}>
                    {' '}
                    {t('vendors.writtenDown', { status: agreementLabel(agreementStatus) })}
                  </span>
                )}
              </>
            ),
          },
          ...(vendor.agreementNotRequiredReason
            ? [{ name: t('vendors.reason'), value: said(vendor.agreementNotRequiredReason) }]
            : []),
          {
            name: t('vendors.signedOn'),
            value: <DateText on={vendor.agreementSignedOn} empty={t('vendors.none')} />,
          },
          {
            name: t('vendors.endsOn'),
            value: <DateText on={vendor.agreementEndsOn} empty={t('vendors.noEnd')} />,
          },
        ]}
      />
      <p className={styles.quiet}>
        {t('vendors.lastChanged')} <DateText at={vendor.updatedAt} />
      </p>
    </Section>
  );
}

function said(text: string) {
  return text ? (
    <span className={styles.prose}>{text}</span>
  ) : (
    <span className={styles.quiet}>{t('vendors.none')}</span>
  );
}
