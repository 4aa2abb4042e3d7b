import { Link, useSearchParams } from 'react-router';
import type { Reply } from '~/api/reply';
import { t } from '~/messages';
import { numberFormat } from '~/messages/formats';
import { DataTable, type Column } from '~/ui/table/data-table';
import { kindWord } from './proposal-filters';

export type OneProposedPair = Reply<'/api/v1/assessments/{id}/proposals/pairs/{pairId}', 'get'>;
export type ProposedPair = Omit<OneProposedPair, 'sharedRisk'>;

/** Each pair once; from here on to its own page, where it is decided for many. */
export function PairTable({ assessmentId, pairs }: { assessmentId: string; pairs: ProposedPair[] }) {
  const [search] = useSearchParams();
  const kept = new URLSearchParams();
  for (const name of ['q', 'kind', 'holdsEphi']) {
    const value = search.get(name);
    if (value) kept.set(name, value);
  }
  const toPair = ({ pairId }: ProposedPair) =>
    `/assessments/${assessmentId}/proposals/pairs/${pairId}${kept.size > 0 ? `?${kept}` : ''}`;
  return (
    <DataTable
      plain
      caption={t('proposals.byPair')}
      columns={columns(toPair)}
      rows={pairs}
      rowKey={({ pairId }) => pairId}
      empty={null}
    />
  );
}

function columns(toPair: (pair: ProposedPair) => string): Column<ProposedPair>[] {
  return [
    {
      key: 'pair',
      header: t('proposals.pair'),
      cell: (pair) => (
        <>
          <Link to={toPair(pair)}>{pair.threat.title}</Link>
          <br />
          {pair.vulnerability.title}
        </>
      ),
    },
    {
      key: 'kinds',
      header: t('proposals.proposedFor'),
      cell: ({ kinds }) =>
        kinds
          .filter(({ proposed }) => proposed > 0)
          .map(({ kind, proposed }) => `${kindWord(kind)} ${numberFormat().format(proposed)}`)
          .join(', '),
    },
    ...countColumns<ProposedPair>(),
  ];
}

interface Counted {
  open: number;
  accepted: number;
  dismissed: number;
}

export function countColumns<Row extends Counted>(): Column<Row>[] {
  const column = (key: keyof Counted, header: string): Column<Row> => ({
    key,
    header,
    align: 'end',
    nowrap: true,
    cell: (row) => numberFormat().format(row[key]),
  });
  return [
    column('open', t('proposals.open')),
    column('accepted', t('proposals.accepted')),
    column('dismissed', t('proposals.dismissed')),
  ];
}
