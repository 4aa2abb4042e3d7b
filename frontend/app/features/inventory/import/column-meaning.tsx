import { NativeSelect } from '@mantine/core';
import { t } from '~/messages';
import { useField } from '~/ui/form/form-context';
import { StatusBadge } from '~/ui/text/status-badge';
import styles from './import.module.css';

/** A column of a file, whatever the file is of. */
export interface FileColumn {
  index: number;
  heading: string;
  field: string | null;
  /** Comes from an export of ours and is never read. */
  isOurs?: boolean;
  samples: string[];
}

/** What one column means, with the first of its values to go by. */
export function ColumnMeaning({
  column,
  meanings,
  onChange,
}: {
  column: FileColumn;
  meanings: { value: string; label: string }[];
  onChange?: (meaning: string) => void;
}) {
  const field = useField(`columns.${column.index}`);
  const name = columnName(column);
  return (
    <div className={styles.column}>
      <div className={styles.columnName}>
        <strong>{name}</strong>
        <span className={styles.samples}>{column.samples.join(' · ')}</span>
      </div>
      {column.isOurs ? (
        <StatusBadge>{t('assetImport.ours')}</StatusBadge>
      ) : (
        <NativeSelect
          id={field.id}
          name={field.name}
          aria-label={t('assetImport.meansFor', { heading: name })}
          error={field.error}
          defaultValue={field.typed ?? column.field ?? ''}
          onChange={({ currentTarget: { value } }) => onChange?.(value)}
          data={[{ value: '', label: t('assetImport.leaveOut') }, ...meanings]}
        />
      )}
    </div>
  );
}

export function columnName({ heading, index }: Pick<FileColumn, 'heading' | 'index'>): string {
  return heading || t('assetImport.columnNumber', { number: index + 1 });
}

/** Says which columns are ignored, and says it too when none is. */
export function ignoredText(ignored: readonly FileColumn[]): string {
  if (ignored.length === 0) return t('assetImport.noneIgnored');
  return t('assetImport.ignoredCount', { count: ignored.length, names: ignored.map(columnName).join(', ') });
}

/** Says which columns our own files have besides, so that they need no meaning. */
export function oursText(ours: readonly FileColumn[]): string {
  return t('assetImport.oursLeftOut', { count: ours.length, names: ours.map(columnName).join(', ') });
}
