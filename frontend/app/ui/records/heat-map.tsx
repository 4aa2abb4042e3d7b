import { Link, useSearchParams } from 'react-router';
import { t } from '~/messages';
import styles from './heat-map.module.css';

export type HeatView = 'inherent' | 'residual';
export type Severity = 'lowest' | 'low' | 'middle' | 'high' | 'highest';

export interface HeatLevel {
  value: number;
  label: string;
}

export interface HeatCell {
  likelihood: number;
  impact: number;
  inherent: number;
  residual: number;
}

export interface ChosenCell {
  view: HeatView;
  likelihood: number;
  impact: number;
}

interface HeatMapProps {
  caption: string;
  /** From the lowest up, three or five of each, as the scale's version says. */
  likelihoods: HeatLevel[];
  impacts: HeatLevel[];
  cells: HeatCell[];
  /** How bad the meeting of the two is, by the same scale. */
  severityOf: (likelihood: number, impact: number) => Severity;
  /** Left out where the risks are not in a list any more: then the numbers stand alone. */
  hrefOf?: (likelihood: number, impact: number, view: HeatView) => string;
  /** The cell whose risks are listed; its view stands unless the address asks for the other one. */
  chosen?: ChosenCell;
}

/** The risks by likelihood and impact: a real table with a number and a link in each filled cell. */
export function HeatMap({ caption, likelihoods, impacts, cells, severityOf, hrefOf, chosen }: HeatMapProps) {
  const [search] = useSearchParams();
  const view = viewOf(search.get('heat'), chosen);
  const counts = new Map(cells.map((cell) => [`${cell.likelihood}:${cell.impact}`, cell[view]]));
  return (
    <div className={styles.frame}>
      <ViewSwitch view={view} search={search} />
      <div className={styles.scroll} role="region" aria-label={caption} tabIndex={0}>
        <table className={styles.map}>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <td className={styles.corner}>
                <span className={styles.axis}>{t('records.likelihood')}</span>
                <span className={styles.axis}>{t('records.impact')}</span>
              </td>
              {impacts.map((impact) => (
                <th key={impact.value} scope="col">
                  {impact.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...likelihoods].reverse().map((likelihood) => (
              <tr key={likelihood.value}>
                <th scope="row">{likelihood.label}</th>
                {impacts.map((impact) => (
                  <td
                    key={impact.value}
                    className={styles.cell}
                    data-severity={severityOf(likelihood.value, impact.value)}
                  >
                    <CellContent
                      count={counts.get(`${likelihood.value}:${impact.value}`) ?? 0}
                      likelihood={likelihood.label}
                      impact={impact.label}
                      href={hrefOf?.(likelihood.value, impact.value, view)}
                      isChosen={
                        chosen?.view === view &&
                        chosen.likelihood === likelihood.value &&
                        chosen.impact === impact.value
                      }
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function viewOf(asked: string | null, chosen: ChosenCell | undefined): HeatView {
  if (asked === 'inherent' || asked === 'residual') return asked;
  return chosen?.view ?? 'residual';
}

interface CellContentProps {
  count: number;
  likelihood: string;
  impact: string;
  href: string | undefined;
  isChosen: boolean;
}

function CellContent({ count, likelihood, impact, href, isChosen }: CellContentProps) {
  if (count === 0)
    return <span className="visually-hidden">{t('records.heatEmpty', { likelihood, impact })}</span>;
  if (href === undefined) {
    return (
      <span className={styles.count}>
        <span aria-hidden>{count}</span>
        <span className="visually-hidden">{t('records.heatCell', { count, likelihood, impact })}</span>
      </span>
    );
  }
  return (
    <Link
      to={href}
      aria-label={t('records.heatCell', { count, likelihood, impact })}
      aria-current={isChosen ? 'true' : undefined}
    >
      {count}
    </Link>
  );
}

function ViewSwitch({ view, search }: { view: HeatView; search: URLSearchParams }) {
  const to = (next: HeatView) => {
    const query = new URLSearchParams(search);
    query.set('heat', next);
    return `?${query}`;
  };
  return (
    <nav className={styles.views} aria-label={t('records.heatMapView')}>
      <Link to={to('inherent')} preventScrollReset aria-current={view === 'inherent' ? 'true' : undefined}>
        {t('records.inherent')}
      </Link>
      <Link to={to('residual')} preventScrollReset aria-current={view === 'residual' ? 'true' : undefined}>
        {t('records.residual')}
      </Link>
    </nav>
  );
}
