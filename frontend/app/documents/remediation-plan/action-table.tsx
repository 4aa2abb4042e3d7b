import { actionNumber } from '~/features/remediation/words';
import { t } from '~/messages';
import { formatMoney } from '~/messages/formats';
import type { ReportAction } from '../assessment-report';
import { small, strong } from '../drawn/blocks';
import { DrawnTable, type DrawnColumn } from '../drawn/drawn-table';
import { day, number } from '../format';
import { color } from '../look';
import { daysLate } from '../parts/action-entry';
import { word } from '../words';

interface ActionTableProps {
  actions: readonly ReportAction[];
  withOwner: boolean;
  /** The day of the document, by which lateness is judged. */
  today: string;
}

/** Null stands for the row with the sums. */
type Row = ReportAction | null;

/** Actions in a line each, the way they are listed by owner and by month, with their money added up beneath. */
export function ActionTable({ actions, withOwner, today }: ActionTableProps) {
  const owner: DrawnColumn<Row> = {
    header: t('documents.owner'),
    width: 78,
    cell: (action) => (action ? (action.ownerName ?? t('documents.noOwner')) : ''),
  };
  const columns: DrawnColumn<Row>[] = [
    { header: '', width: 32, cell: (action) => (action ? actionNumber(action.number) : '') },
    {
      header: t('documents.action'),
      cell: (action) => [action ? small(action.title) : strong(t('documents.total'))],
    },
    ...(withOwner ? [owner] : []),
    {
      header: t('documents.status'),
      width: 62,
      cell: (action) => (action ? word('actionStatus', action.status) : ''),
    },
    {
      header: t('documents.due'),
      width: 66,
      cell: (action) => (action ? (action.dueOn ? day(action.dueOn) : t('documents.noDue')) : ''),
    },
    {
      header: t('documents.daysLate'),
      width: 44,
      align: 'right',
      cell: (action) => {
        const late = action ? daysLate(action, today) : 0;
        return late > 0 ? [small(number(late), { align: 'right', ink: color.bad })] : '';
      },
    },
    money(actions, t('documents.budget'), ({ budgetCents }) => budgetCents),
    money(actions, t('documents.yearlyBudget'), ({ yearlyBudgetCents }) => yearlyBudgetCents),
  ];
  return <DrawnTable rows={[...actions, null]} columns={columns} />;
}

function money(
  actions: readonly ReportAction[],
  header: string,
  of: (action: ReportAction) => number | null | undefined,
): DrawnColumn<Row> {
  const total = actions.reduce((sum, action) => sum + (of(action) ?? 0), 0);
  return {
    header,
    width: 60,
    align: 'right',
    cell: (action) => {
      if (!action) return [strong(formatMoney(total), { align: 'right' })];
      const cents = of(action);
      return typeof cents === 'number' ? formatMoney(cents) : '';
    },
  };
}
