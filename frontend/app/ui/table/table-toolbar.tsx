import { Button } from '@mantine/core';
import { IconBaselineDensityMedium, IconBaselineDensitySmall } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Form, useSearchParams } from 'react-router';
import { t } from '~/messages';
import { PreferenceForm } from '~/preferences/preference-form';
import { FilterFormContext } from '~/ui/form/form-context';
import { usePreferences } from '~/preferences/use-preferences';
import type { ListFiles } from './list-address';
import { TableExport } from './table-export';
import styles from './table-toolbar.module.css';

interface TableToolbarProps {
  filterFields?: ReactNode;
  files?: ListFiles;
  /** What the export asks for besides what it is for. */
  exportChoices?: ReactNode;
  /** Whether rows can be drawn closer together here. */
  dense?: boolean;
}

export function TableToolbar({ filterFields, files, exportChoices, dense = true }: TableToolbarProps) {
  return (
    <div className={styles.toolbar} data-print="no">
      {filterFields && (
        <Form method="get" className={styles.filters} role="search" preventScrollReset>
          <KeepSort />
          <FilterFormContext.Provider value>{filterFields}</FilterFormContext.Provider>
          <Button type="submit" variant="default">
            {t('table.apply')}
          </Button>
        </Form>
      )}
      <div className={styles.tools}>
        {dense && <DensityToggle />}
        {files && <TableExport files={files} choices={exportChoices} />}
      </div>
    </div>
  );
}

/** A new filter keeps the order of the rows. */
function KeepSort() {
  const [search] = useSearchParams();
  const sort = search.get('sort');
  return sort ? <input type="hidden" name="sort" value={sort} /> : null;
}

function DensityToggle() {
  const { density } = usePreferences();
  const other = density === 'compact' ? 'comfortable' : 'compact';
  const Icon = density === 'compact' ? IconBaselineDensityMedium : IconBaselineDensitySmall;
  return (
    <PreferenceForm>
      <button type="submit" name="density" value={other} className={styles.tool}>
        <Icon size={16} aria-hidden />
        <span className="visually-hidden">{t('table.density')}: </span>
        {other === 'compact' ? t('table.compact') : t('table.comfortable')}
      </button>
    </PreferenceForm>
  );
}
