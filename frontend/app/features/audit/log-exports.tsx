import { Button } from '@mantine/core';
import { t } from '~/messages';
import { SelectField } from '~/ui/form/fields';
import { ExportForm, TableExport } from '~/ui/table/table-export';

const LOG = '/api/v1/audit-events';
const PDF = `${LOG}/export.pdf`;

interface LogExportsProps {
  filters: Partial<Record<string, string>>;
  /** A long log comes in numbered volumes. */
  volumes: number;
}

/** What the page lists, with its filters. */
export function LogExports({ filters, volumes }: LogExportsProps) {
  const files = { list: LOG, filters };
  if (volumes > 1) {
    return (
      <TableExport files={files}>
        <VolumeForm filters={filters} volumes={volumes} />
      </TableExport>
    );
  }
  return (
    <TableExport
      files={files}
      documents={
        <Button type="submit" variant="default" formAction={PDF} name="volume" value="1">
          {t('audit.pdf')}
        </Button>
      }
    />
  );
}

/** The tables have no volumes: their form knows nothing of them. */
function VolumeForm({ filters, volumes }: LogExportsProps) {
  const numbers = Array.from({ length: volumes }, (_, index) => String(index + 1));
  return (
    <ExportForm
      label={t('audit.pdfVolumes')}
      action={PDF}
      filters={filters}
      choices={
        <SelectField
          name="volume"
          label={t('audit.volume')}
          choices={numbers.map((volume) => ({
            value: volume,
            label: t('audit.volumeOf', { volume, volumes }),
          }))}
          defaultValue="1"
          required
        />
      }
    >
      <Button type="submit" variant="default">
        {t('audit.pdf')}
      </Button>
    </ExportForm>
  );
}
