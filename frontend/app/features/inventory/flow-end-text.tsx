import { Link } from 'react-router';
import { t } from '~/messages';
import type { DataFlow } from './flow-labels';
import styles from './inventory.module.css';

/** An end of a flow: an asset to open, or somebody outside by name. */
export function FlowEndText({ end }: { end: DataFlow['from'] }) {
  if (end.assetId !== null) return <Link to={`/inventory/assets/${end.assetId}`}>{end.name}</Link>;
  return (
    <span>
      {end.name} <span className={styles.quiet}>({t('dataFlows.nodeOutside')})</span>
    </span>
  );
}
