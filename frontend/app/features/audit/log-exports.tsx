import { Button } from '@mantine/core';
import { t } from '~/messages';
import { csvAddress } from '~/ui/table/list-address';
import { Section } from '~/ui/text/section';
import styles from './audit.module.css';

interface LogExportsProps {
  filters: Partial<Record<string, string>>;
  /** A long log comes in numbered volumes. */
  volumes: number;
}

export function LogExports({ filters, volumes }: LogExportsProps) {
  const numbers = Array.from({ length: Math.max(volumes, 1) }, (_, index) => String(index + 1));
  return (
    <Section title={t('audit.exports')} lead={t('audit.exportsLead')}>
      <div className={styles.exports}>
        <Button
          component="a"
          href={csvAddress('/api/v1/audit-events/export.csv', filters)}
          variant="default"
          download
        >
          {t('table.exportCsv')}
        </Button>
        {numbers.map((volume) => (
          <Button
            key={volume}
            component="a"
            href={csvAddress('/api/v1/audit-events/export.pdf', { ...filters, volume })}
            variant="default"
            download
          >
            {numbers.length > 1 ? t('audit.exportPdfVolume', { volume }) : t('audit.exportPdf')}
          </Button>
        ))}
      </div>
    </Section>
  );
}
