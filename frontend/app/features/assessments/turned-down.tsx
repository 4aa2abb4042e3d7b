import { Button } from '@mantine/core';
import { Form } from 'react-router';
import type { Reply } from '~/api/reply';
import { t } from '~/messages';
import { CsrfField } from '~/ui/form/csrf-field';
import { DataTable, type Column } from '~/ui/table/data-table';
import { DateText } from '~/ui/text/date-text';
import { Section } from '~/ui/text/section';
import { pairValue } from './pair-on-subject';

type Dismissal = Reply<'/api/v1/assessments/{id}/proposals/dismissals', 'get'>['items'][number];

export function TurnedDown({ dismissals, mayDecide }: { dismissals: Dismissal[]; mayDecide: boolean }) {
  return (
    <Section flush title={t('assessments.turnedDown')} lead={t('assessments.turnedDownLead')}>
      <DataTable
        plain
        caption={t('assessments.turnedDown')}
        columns={columns(mayDecide)}
        rows={dismissals}
        rowKey={({ pairId, subject }) => `${pairId} ${subject.id}`}
        empty={null}
      />
    </Section>
  );
}

function columns(mayDecide: boolean): Column<Dismissal>[] {
  const base: Column<Dismissal>[] = [
    {
      key: 'pair',
      header: t('assessments.threats'),
      cell: ({ threat, vulnerability }) => `${threat}: ${vulnerability}`,
    },
    { key: 'subject', header: t('assessments.asset'), cell: ({ subject }) => subject.name },
    { key: 'reason', header: t('assessments.reason'), cell: ({ reason }) => reason },
    {
      key: 'by',
      header: t('assessments.decided'),
      cell: ({ by, at }) => (
        <>
          {by.name}, <DateText at={at} time="none" />
        </>
      ),
    },
  ];
  if (!mayDecide) return base;
  return [
    ...base,
    {
      key: 'restore',
      header: t('assessments.restore'),
      hideHeader: true,
      cell: (dismissal) => <Restore dismissal={dismissal} />,
    },
  ];
}

function Restore({ dismissal: { pairId, subject } }: { dismissal: Dismissal }) {
  return (
    <Form method="post">
      <CsrfField />
      <input type="hidden" name="pair" value={pairValue(pairId, subject.type, subject.id)} />
      <Button type="submit" name="intent" value="restore" size="xs" variant="default">
        {t('assessments.restore')}
      </Button>
    </Form>
  );
}
