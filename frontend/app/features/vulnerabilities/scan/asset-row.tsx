import type { ReactNode } from 'react';
import importStyles from '~/features/inventory/import/import.module.css';
import { assetAsTyped } from '~/features/inventory/record-names';
import { RecordField } from '~/ui/form/record-field';
import { StatusBadge } from '~/ui/text/status-badge';
import { SEVERITY_TONES, severityLabel } from '../labels';
import styles from '../vulnerabilities.module.css';
import type { ScanHost } from './scan-types';

interface AssetRowProps {
  list: 'hosts' | 'runs';
  index: number;
  /** The host, or the number of the run. */
  id: string;
  name: string;
  /** Further names, or what the run says of itself. */
  also: string;
  results: ReactNode;
  worst: ScanHost['worst'];
  asset: ScanHost['asset'];
  label: string;
  /** Why it is this asset, or none. */
  because: string;
  /** The list of the first assets, which all rows share. */
  sharedList: string;
}

/** A host or a run with the field that names its asset; what stood there before goes along, to tell what is new. */
export function AssetRow({
  list,
  index,
  id,
  name,
  also,
  results,
  worst,
  asset,
  label,
  because,
  sharedList,
}: AssetRowProps) {
  const was = asset ? assetAsTyped(asset) : '';
  return (
    <div className={importStyles.column}>
      <div className={importStyles.columnName}>
        <strong>{name}</strong>
        {also !== '' && <span className={importStyles.samples}>{also}</span>}
        <span className={styles.about}>
          {worst && <StatusBadge tone={SEVERITY_TONES[worst]}>{severityLabel(worst)}</StatusBadge>}
          {results}
        </span>
      </div>
      <div>
        <input type="hidden" name="key" value={id} />
        <input type="hidden" name={`${list}.${index}.was`} value={was} />
        <RecordField
          name={`${list}.${index}.asset`}
          label={label}
          defaultValue={was}
          choices={[]}
          search="/search/choices?of=assets"
          sharedList={sharedList}
        />
        <span className={styles.quiet}>{because}</span>
      </div>
    </div>
  );
}
