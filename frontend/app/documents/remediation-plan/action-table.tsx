import { actionNumber } from '~/features/remediation/words';
import { t } from '~/messages';
import type { ReportAction } from '../assessment-report';
import { DrawnTable, type DrawnColumn } from '../drawn/drawn-table';
import { formatMoney } from '~/messages/formats';
import { day } from '../format';
import { word } from '../words';

/** Actions in a line each, the way they are listed by owner and by month. */
export function ActionTable({
  actions,
  withOwner,
}: {
  actions: readonly ReportAction[];
  withOwner: boolean;
}) {
  const owner: DrawnColumn<ReportAction> = {
    header: t('documents.owner'),
    width: 92,
    cell: ({ ownerName }) => ownerName ?? t('documents.noOwner'),
  };
  return (
    <DrawnTable
      rows={actions}
      columns={[
        { header: '', width: 34, cell: ({ number }) => actionNumber(number) },
        { header: t('documents.action'), share: 3, cell: ({ title }) => title },
        ...(withOwner ? [owner] : []),
        {
          header: t('documents.due'),
          width: 72,
          cell: ({ dueOn }) => (dueOn ? day(dueOn) : t('documents.noDue')),
        },
        {
          header: t('documents.budget'),
          width: 60,
          align: 'right',
          cell: ({ budgetCents }) => (budgetCents === null ? '' : formatMoney(budgetCents)),
        },
        { header: t('documents.status'), width: 74, cell: ({ status }) => word('actionStatus', status) },
      ]}
    />
  );
}
