import { Link } from 'react-router';
import { t } from '~/messages';
import type { FlowEnd } from './flow-labels';
import styles from './inventory.module.css';

/** An end of a flow: an asset or a vendor to open, or somebody outside by name. */
export function FlowEndText({ end }: { end: FlowEnd }) {
  if (end.assetId !== null) return <Link to={`/inventory/assets/${end.assetId}`}>{end.name}</Link>;
  if (end.vendorId !== null) {
    return (
      <span>
        <Link to={`/vendors/${end.vendorId}`}>{end.name}</Link>{' '}
        <span className={styles.quiet}>({t('dataFlows.nodeVendor')})</span>
      </span>
    );
  }
  return (
    <span>
      {end.name} <span className={styles.quiet}>({t('dataFlows.nodeOutside')})</span>
    </span>
  );
}
