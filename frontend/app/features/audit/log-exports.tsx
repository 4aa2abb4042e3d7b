import { Button } from '@mantine/core';
import { t } from '~/messages';
import { SelectField } from '~/ui/form/fields';
import { TableExport } from '~/ui/table/table-export';

const LOG = '/api/v1/audit-events';

interface LogExportsProps {
  filters: Partial<Record<string, string>>;
  /** The document of a long log comes in numbered volumes. */
  volumes: number;
}

/** What the page lists, with its filters: what for is asked once for all formats. */
export function LogExports({ filters, volumes }: LogExportsProps) {
  return (
    <TableExport
      files={{ list: LOG, filters }}
      choices={volumes > 1 && <VolumeField volumes={volumes} />}
      documents={
        <Button type="submit" variant="default" formAction={`${LOG}/export.pdf`}>
          {t('audit.pdf')}
        </Button>
      }
    />
  );
}

function VolumeField({ volumes }: { volumes: number }) {
  const numbers = Array.from({ length: volumes }, (_, index) => String(index + 1));
  return (
    <SelectField
      name="volume"
      label={t('audit.volume')}
      hint={t('audit.volumeHint')}
      choices={numbers.map((volume) => ({ value: volume, label: t('audit.volumeOf', { volume, volumes }) }))}
      defaultValue="1"
      required
    />
  );
}
