import { Button, NativeSelect } from '@mantine/core';
import { t } from '~/messages';
import { FILE_FORMATS, fileAddress, listFileAddress } from '~/ui/table/list-address';
import classes from './audit.module.css';

const PDF = '/api/v1/audit-events/export.pdf';

interface LogExportsProps {
  filters: Partial<Record<string, string>>;
  /** A long log comes in numbered volumes. */
  volumes: number;
}

/** What the page lists, with its filters. */
export function LogExports({ filters, volumes }: LogExportsProps) {
  return (
    <>
      {FILE_FORMATS.map((format) => (
        <Button
          key={format}
          component="a"
          href={listFileAddress({ list: '/api/v1/audit-events', filters }, format)}
          variant="default"
          download
        >
          {t(`audit.export_${format}`)}
        </Button>
      ))}
      {volumes > 1 ? (
        <VolumeChoice filters={filters} volumes={volumes} />
      ) : (
        <Button component="a" href={fileAddress(PDF, { ...filters, volume: '1' })} variant="default" download>
          {t('audit.exportPdf')}
        </Button>
      )}
    </>
  );
}

function VolumeChoice({ filters, volumes }: LogExportsProps) {
  const numbers = Array.from({ length: volumes }, (_, index) => index + 1);
  return (
    <form method="get" action={PDF} className={classes.volumes}>
      {Object.entries(filters).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <NativeSelect
        name="volume"
        aria-label={t('audit.volume')}
        data={numbers.map((volume) => ({
          value: String(volume),
          label: t('audit.volumeOf', { volume, volumes }),
        }))}
      />
      <Button type="submit" variant="default">
        {t('audit.exportPdf')}
      </Button>
    </form>
  );
}
