import { FilterChips } from '~/ui/table/filter-chips';
import { useListFilters } from '~/ui/table/list-filters';
import { TableToolbar } from '~/ui/table/table-toolbar';
import { actionFilters, type FilterChoices } from './action-filters';

/** The filters of the plan over a view that is no table. */
export function ViewToolbar({ choices }: { choices: FilterChoices }) {
  const { filters, filterFields } = useListFilters(actionFilters(choices));
  return (
    <>
      <TableToolbar filterFields={filterFields} dense={false} />
      {filters.length > 0 && <FilterChips filters={filters} />}
    </>
  );
}
