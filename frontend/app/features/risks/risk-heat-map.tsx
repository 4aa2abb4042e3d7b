import type { Reply } from '~/api/reply';
import { t } from '~/messages';
import { HeatMap, type ChosenCell } from '~/ui/records/heat-map';
import { useAsOf } from '~/ui/table/as-of';
import { Section } from '~/ui/text/section';
import { cellIn, cellName } from './heat-cell';
import styles from './risk-heat-map.module.css';
import { severityOf } from './words';

type HeatMapReply = Reply<'/api/v1/risks/heat-map', 'get'>;
type Scale = HeatMapReply['scale'];

/** The counts, and what the map says of the scale. */
export type RegisterMap = Omit<HeatMapReply, 'scale'> & {
  scale: Pick<Scale, 'matrix'> & {
    likelihood: Pick<Scale['likelihood'][number], 'id' | 'label'>[];
    impact: Pick<Scale['impact'][number], 'id' | 'label'>[];
    levels: Pick<Scale['levels'][number], 'id' | 'label' | 'rank'>[];
  };
};

/** The risks of one assessment by its own scale; a cell leads to the risks that stand in it. */
export function RiskHeatMap({
  counts,
  assessment,
  cell,
  movedOn = false,
}: {
  counts: RegisterMap;
  assessment: string;
  /** The cell to which the list below is narrowed, as the address names it. */
  cell?: string;
  /** The map shows what was signed; its risks are in another register now. */
  movedOn?: boolean;
}) {
  const { scale, assessmentId } = counts;
  const asOf = useAsOf();
  const place = (steps: readonly { label: string }[]) =>
    steps.map(({ label }, index) => ({ value: index, label }));
  const levelAt = (likelihood: number, impact: number) => {
    const level = scale.matrix[scale.likelihood[likelihood]?.id ?? '']?.[scale.impact[impact]?.id ?? ''];
    return scale.levels.find(({ id }) => id === level);
  };
  const cells = scale.likelihood.flatMap((_, likelihood) =>
    scale.impact.map((__, impact) => ({
      likelihood,
      impact,
      inherent: counts.inherent[likelihood]?.[impact] ?? 0,
      residual: counts.residual[likelihood]?.[impact] ?? 0,
    })),
  );
  const unrated = counts.unrated.residual;
  return (
    <Section title={t('risks.heatMapOf', { assessment })} lead={t('risks.heatMapLead')}>
      <HeatMap
        caption={t('risks.heatMap')}
        likelihoods={place(scale.likelihood)}
        impacts={place(scale.impact)}
        cells={cells}
        severityOf={(likelihood, impact) => severityOf(levelAt(likelihood, impact)?.rank ?? 0)}
        chosen={chosenOf(cell, scale)}
        hrefOf={
          movedOn
            ? undefined
            : (likelihood, impact, view) => {
                const ids = {
                  view,
                  likelihood: idAt(scale.likelihood, likelihood),
                  impact: idAt(scale.impact, impact),
                };
                const query = new URLSearchParams({ assessmentId, cell: cellName(ids) });
                if (asOf) query.set('asOf', asOf);
                return `/risks?${query}#register`;
              }
        }
      />
      {unrated > 0 && <p className={styles.note}>{t('risks.heatMapNote', { count: unrated })}</p>}
    </Section>
  );
}

function idAt(steps: readonly { id: string }[], index: number): string {
  return steps[index]?.id ?? '';
}

/** Where the map shows the cell that the list is narrowed to; undefined where its scale has none like it. */
function chosenOf(name: string | undefined, scale: RegisterMap['scale']): ChosenCell | undefined {
  const cell = cellIn(name);
  if (!cell) return undefined;
  const likelihood = scale.likelihood.findIndex(({ id }) => id === cell.likelihood);
  const impact = scale.impact.findIndex(({ id }) => id === cell.impact);
  return likelihood < 0 || impact < 0 ? undefined : { view: cell.view, likelihood, impact };
}
