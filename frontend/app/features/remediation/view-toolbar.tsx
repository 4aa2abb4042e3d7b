import { FilterChips } from '~/ui/table/filter-chips';
import { useListFilters } from '~/ui/table/list-filters';
import { useCan } from '~/session/session';
import type { ListFiles } from '~/ui/table/list-address';
import { TableToolbar } from '~/ui/table/table-toolbar';
import { actionFilters, type FilterChoices } from './action-filters';

interface ViewToolbarProps {
  choices: FilterChoices;
  /** What is exported: the rows of the view, as the plan's list has them. */
  exported: ListFiles['filters'];
}

/** The filters and the export of the plan over a view that is no table. */
export function ViewToolbar({ choices, exported }: ViewToolbarProps) {
  const mayExport = useCan('report:export');
  const { filters, filterFields } = useListFilters(actionFilters(choices));
  return (
    <>
      <TableToolbar
        filterFields={filterFields}
        files={mayExport ? { list: '/api/v1/actions', filters: exported } : undefined}
        dense={false}
      />
      {filters.length > 0 && <FilterChips filters={filters} />}
    </>
  );
}
