import { Link } from 'react-router';
import { t } from '~/messages';
import { numberFormat } from '~/messages/formats';
import { DataTable } from '~/ui/table/data-table';
import { useListFilters } from '~/ui/table/list-filters';
import { Citation } from '~/ui/text/citation';
import { Section } from '~/ui/text/section';
import { countColumns, type ProposedPair } from './pair-table';
import { kindWord, thingFilterFields } from './proposal-filters';
import styles from './pair-page.module.css';

/** What the pair says, and where it is proposed: narrowed by what stands in the address. */
export function PairFacts({ assessmentId, pair }: { assessmentId: string; pair: ProposedPair }) {
  const filters = useListFilters(thingFilterFields());
  return (
    <Section
      title={pair.threat.title}
      lead={pair.vulnerability.title}
      actions={<Link to={`/assessments/${assessmentId}/proposals/pairs`}>{t('proposals.allPairs')}</Link>}
      flush
    >
      <div className={styles.words}>
        <p>{pair.rationale}</p>
        <details>
          <summary>{t('actions.more')}</summary>
          <p>{pair.threat.description}</p>
          <p>{pair.vulnerability.description}</p>
          <p>
            {t('assessments.safeguards')}: {pair.safeguards.map(({ title }) => title).join('; ')}
          </p>
          <p className={styles.rules}>
            {pair.citations.map((citation) => (
              <Citation key={citation} text={citation} />
            ))}
          </p>
        </details>
      </div>
      <DataTable
        caption={t('proposals.proposedFor')}
        columns={[
          { key: 'kind', header: t('proposals.kind'), cell: ({ kind }) => kindWord(kind) },
          {
            key: 'proposed',
            header: t('proposals.proposedFor'),
            align: 'end',
            cell: ({ proposed }) => numberFormat().format(proposed),
          },
          ...countColumns<ProposedPair['kinds'][number]>(),
        ]}
        rows={pair.kinds}
        rowKey={({ kind }) => kind}
        empty={<p className={styles.words}>{t('proposals.noneFits')}</p>}
        {...filters}
      />
    </Section>
  );
}
