import { t } from '~/messages';
import type { HeatView } from '~/ui/records/heat-map';
import type { RegisterMap } from './risk-heat-map';

/** One cell of the heat map, by the ids of the steps that meet there. */
export interface HeatCellIds {
  view: HeatView;
  likelihood: string;
  impact: string;
}

/** As the address and the API name it: `residual:high:low`. */
export function cellName({ view, likelihood, impact }: HeatCellIds): string {
  return `${view}:${likelihood}:${impact}`;
}

/** What an address says; null where it names no cell. */
export function cellIn(name: string | undefined): HeatCellIds | null {
  const [view, likelihood, impact, ...more] = (name ?? '').split(':');
  if ((view !== 'inherent' && view !== 'residual') || !likelihood || !impact || more.length > 0) return null;
  return { view, likelihood, impact };
}

/** The cell in the words of the scale of the map; what another scale calls otherwise keeps its id. */
export function cellWords(name: string | undefined, map: RegisterMap | null): string | undefined {
  const cell = cellIn(name);
  if (!cell) return name;
  const wordOf = (steps: readonly { id: string; label: string }[] | undefined, id: string) =>
    steps?.find((step) => step.id === id)?.label ?? id;
  return t(`risks.cellWords_${cell.view}`, {
    likelihood: wordOf(map?.scale.likelihood, cell.likelihood),
    impact: wordOf(map?.scale.impact, cell.impact),
  });
}
