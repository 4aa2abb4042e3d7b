import { IconDownload } from '@tabler/icons-react';
import { useId } from 'react';
import { t } from '~/messages';
import { FILE_FORMATS, listFileAddress, type ListFiles } from './list-address';
import styles from './table-toolbar.module.css';

/** The rows of the view as a file, whatever page is shown. */
export function FileLinks({ files }: { files: ListFiles }) {
  const headId = useId();
  return (
    <div className={styles.files} role="group" aria-labelledby={headId}>
      <IconDownload size={16} aria-hidden />
      <span id={headId}>{t('table.export')}</span>
      {FILE_FORMATS.map((format) => (
        <a key={format} className={styles.tool} href={listFileAddress(files, format)} download>
          {t(`table.format_${format}`)}
        </a>
      ))}
    </div>
  );
}
