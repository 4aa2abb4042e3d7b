import { Button } from '@mantine/core';
import { t } from '~/messages';
import { csvAddress } from '~/ui/table/list-address';

interface LogExportsProps {
  filters: Partial<Record<string, string>>;
  /** A long log comes in numbered volumes. */
  volumes: number;
}

/** What the page lists, with its filters. */
export function LogExports({ filters, volumes }: LogExportsProps) {
  const numbers = Array.from({ length: Math.max(volumes, 1) }, (_, index) => String(index + 1));
  return (
    <>
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
    </>
  );
}
