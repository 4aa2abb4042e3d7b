import { t } from '~/messages';
import { numberFormat } from '~/messages/formats';
import { DateText } from '~/ui/text/date-text';
import { Facts, Section } from '~/ui/text/section';
import { StatusBadge } from '~/ui/text/status-badge';
import { Term } from '~/ui/text/term';
import styles from './inventory.module.css';
import {
  BACKUP_TONES,
  backupLabel,
  ENCRYPTION_TONES,
  encryptionLabel,
  hostingLabel,
  kindLabel,
  phiActivityLabel,
  phiLabel,
  type Asset,
} from './labels';

/** Everything that is known of an asset, and what is not. */
export function AssetFacts({ asset }: { asset: Asset }) {
  return (
    <div className={styles.columns}>
      <Section title={t('inventory.facts')}>
        <Facts
          rows={[
            { name: t('inventory.tag'), value: <span className={styles.tag}>{asset.tag}</span> },
            { name: t('inventory.kind'), value: kindLabel(asset.kind) },
            { name: t('inventory.description'), value: <Prose text={asset.description} /> },
            { name: t('inventory.hosting'), value: hostingLabel(asset.hosting) },
            { name: t('inventory.site'), value: given(asset.siteName) },
            { name: t('inventory.location'), value: given(asset.location) },
            { name: t('inventory.vendor'), value: given(asset.vendorName) },
            { name: t('inventory.owner'), value: given(asset.ownerName) },
            { name: t('inventory.notes'), value: <Prose text={asset.notes} /> },
          ]}
        />
      </Section>
      <Section title={t('inventory.protection')}>
        <Facts rows={protectionRows(asset)} />
        <p className={styles.quiet}>
          {t('inventory.lastChanged')} <DateText at={asset.updatedAt} />
        </p>
      </Section>
    </div>
  );
}

function protectionRows(asset: Asset) {
  return [
    {
      name: <Term id="ephi">{t('inventory.tableEphi')}</Term>,
      value: asset.holdsEphi ? (
        <StatusBadge tone="info">{t('inventory.ephiYes')}</StatusBadge>
      ) : (
        t('inventory.ephiNo')
      ),
    },
    { name: t('inventory.phiTypes'), value: given(asset.phiTypes.map(phiLabel).join(', ')) },
    {
      name: t('inventory.phiActivities'),
      value: given(asset.phiActivities.map(phiActivityLabel).join(', ')),
    },
    {
      name: t('inventory.phiRecordCount'),
      value:
        asset.phiRecordCount === null ? (
          <Quiet text={t('inventory.unknownCount')} />
        ) : (
          numberFormat().format(asset.phiRecordCount)
        ),
    },
    {
      name: <Term id="encryption-at-rest">{t('inventory.encryptionAtRest')}</Term>,
      value: <EncryptionBadge state={asset.encryptionAtRest} />,
    },
    {
      name: <Term id="encryption-in-transit">{t('inventory.encryptionInTransit')}</Term>,
      value: <EncryptionBadge state={asset.encryptionInTransit} />,
    },
    {
      name: <Term id="backup">{t('inventory.backup')}</Term>,
      value: <StatusBadge tone={BACKUP_TONES[asset.backup]}>{backupLabel(asset.backup)}</StatusBadge>,
    },
    {
      name: t('inventory.internetFacing'),
      value: asset.internetFacing ? t('inventory.yes') : t('inventory.no'),
    },
    { name: t('inventory.portable'), value: asset.portable ? t('inventory.yes') : t('inventory.no') },
  ];
}

function EncryptionBadge({ state }: { state: Asset['encryptionAtRest'] }) {
  return <StatusBadge tone={ENCRYPTION_TONES[state]}>{encryptionLabel(state)}</StatusBadge>;
}

function given(text: string | null) {
  return text ? text : <Quiet text={t('inventory.none')} />;
}

function Prose({ text }: { text: string }) {
  return text ? <span className={styles.prose}>{text}</span> : <Quiet text={t('inventory.none')} />;
}

function Quiet({ text }: { text: string }) {
  return <span className={styles.quiet}>{text}</span>;
}
