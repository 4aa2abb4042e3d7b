import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { numberFormat } from '~/messages/formats';
import styles from './number-tiles.module.css';

export interface NumberTile {
  label: string;
  value: ReactNode;
  note?: string;
  /** What is still open about it, each a way to those that it counts. */
  open?: { text: string; to: string }[];
  tone?: 'plain' | 'bad';
  to?: string;
}

/** A handful of figures, each a way to what it counts. */
export function NumberTiles({ tiles }: { tiles: NumberTile[] }) {
  return (
    <dl className={styles.tiles}>
      {tiles.map((tile) => (
        <div key={tile.label} className={styles.tile} data-tone={tile.tone}>
          <dt>{tile.to ? <Link to={tile.to}>{tile.label}</Link> : tile.label}</dt>
          <dd className={styles.value}>
            {typeof tile.value === 'number' ? numberFormat().format(tile.value) : tile.value}
          </dd>
          {tile.note && <dd className={styles.note}>{tile.note}</dd>}
          {tile.open?.map(({ text, to }) => (
            <dd key={to} className={styles.note}>
              <Link to={to}>{text}</Link>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
