import { Link, useSearchParams } from 'react-router';
import { t } from '~/messages';
import { useCan } from '~/session/session';
import { SelectField } from '~/ui/form/fields';
import { Tabs } from '~/ui/shell/tabs';
import { FilterChips } from '~/ui/table/filter-chips';
import { useListFilters, type ListFilter } from '~/ui/table/list-filters';
import { TableToolbar } from '~/ui/table/table-toolbar';
import { Section } from '~/ui/text/section';
import { PROPOSAL_STATES, type ProposalState } from './proposal-filters';
import styles from './proposal-bar.module.css';

interface ProposalBarProps {
  assessmentId: string;
  signed: boolean;
  view: 'things' | 'pairs';
  state: ProposalState;
  counts: { undecided: number; accepted: number; dismissed: number };
  filters: readonly ListFilter[];
}

const STANDINGS = [...PROPOSAL_STATES, 'all'] as const;

/** Two views of the same proposals, how each stands, and what they are narrowed by; all of it in the address. */
export function ProposalBar({ assessmentId, signed, view, state, counts, filters }: ProposalBarProps) {
  const [search] = useSearchParams();
  const { filters: active, filterFields } = useListFilters(filters);
  const mayExport = useCan('report:export');
  const base = `/assessments/${assessmentId}/proposals`;
  const to = (path: string, values: Record<string, string> = {}) => {
    const next = new URLSearchParams(search);
    next.delete('cursor');
    next.delete('open');
    for (const [name, value] of Object.entries(values)) next.set(name, value);
    return next.size > 0 ? `${path}?${next}` : path;
  };
  const here = view === 'pairs' ? `${base}/pairs` : base;
  const count = { open: counts.undecided, accepted: counts.accepted, dismissed: counts.dismissed };
  return (
    <Section
      title={t('assessments.threatsTitle')}
      lead={signed ? t('assessments.threatsSigned') : t('assessments.threatsLead')}
      flush
    >
      <div className={styles.views}>
        <Tabs label={t('proposals.views')}>
          <Link to={to(base)} aria-current={view === 'things' ? 'page' : undefined}>
            {t('proposals.byThing')}
          </Link>
          <Link to={to(`${base}/pairs`)} aria-current={view === 'pairs' ? 'page' : undefined}>
            {t('proposals.byPair')}
          </Link>
        </Tabs>
        <nav className={styles.states} aria-label={t('proposals.states')}>
          {PROPOSAL_STATES.map((value) => (
            <Link
              key={value}
              to={to(here, { state: value })}
              aria-current={value === state ? 'page' : undefined}
              preventScrollReset
            >
              {t(`proposals.state_${value}`, { count: count[value] })}
            </Link>
          ))}
        </nav>
      </div>
      <TableToolbar
        dense={false}
        files={
          mayExport
            ? {
                list: `/api/v1${base}`,
                filters: Object.fromEntries(filters.map(({ name }) => [name, search.get(name) ?? ''])),
              }
            : undefined
        }
        exportChoices={
          <SelectField
            key={state}
            name="state"
            label={t('proposals.export')}
            choices={STANDINGS.map((value) => ({ value, label: t(`proposals.export_${value}`) }))}
            defaultValue={state}
            required
          />
        }
        filterFields={
          <>
            <input type="hidden" name="state" value={state} />
            {filterFields}
          </>
        }
      />
      {active.length > 0 && <FilterChips filters={active} />}
    </Section>
  );
}
