import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { severityOf } from '~/features/risks/words';
import { t } from '~/messages';
import { useField } from '~/ui/form/form-context';
import styles from './scales.module.css';
import type { Row } from './use-rows';
import type { OwnScale } from './words';

interface MatrixFieldsProps {
  likelihood: readonly Row[];
  impact: readonly Row[];
  levels: readonly Row[];
  matrix: OwnScale['content']['matrix'];
}

/** The matrix as a table with a choice in each cell; its ground shows the colour that the heat map will have. */
export function MatrixFields({ likelihood, impact, levels, matrix }: MatrixFieldsProps) {
  return (
    <fieldset className={styles.part}>
      <legend>{t('scales.matrix')}</legend>
      <p>{t('scales.matrixHint')}</p>
      <div className={styles.scroll} role="region" aria-label={t('scales.matrix')} tabIndex={0}>
        <table className={styles.grid}>
          <caption className="visually-hidden">{t('scales.matrixCaption')}</caption>
          <thead>
            <tr>
              <td rowSpan={2} />
              <th scope="colgroup" colSpan={impact.length} className={styles.axis}>
                {t('method.impact')}
              </th>
            </tr>
            <tr>
              {impact.map((column) => (
                <th key={column.id} scope="col">
                  {nameOf(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {likelihood.toReversed().map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <span className={styles.axis}>{t('method.likelihood')}</span> {nameOf(row)}
                </th>
                {impact.map((column) => (
                  <Cell
                    key={column.id}
                    row={row}
                    column={column}
                    levels={levels}
                    chosen={matrix[row.id]?.[column.id] ?? ''}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </fieldset>
  );
}

interface CellProps {
  row: Row;
  column: Row;
  levels: readonly Row[];
  chosen: string;
}

function Cell({ row, column, levels, chosen }: CellProps) {
  const field = useField(`matrix.${row.id}.${column.id}`);
  const [level, setLevel] = useState(field.typed ?? chosen);
  const place = levels.findIndex(({ id }) => id === level);
  const errorId = `${field.id}-error`;
  return (
    <td data-severity={place < 0 ? undefined : severityOf((100 * place) / Math.max(1, levels.length - 1))}>
      <span className={styles.narrow} aria-hidden>
        {t('method.impact')} {nameOf(column)}
      </span>
      <select
        id={field.id}
        name={field.name}
        value={place < 0 ? '' : level}
        onChange={({ currentTarget }) => setLevel(currentTarget.value)}
        aria-label={t('scales.cellOf', { likelihood: nameOf(row), impact: nameOf(column) })}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={field.error ? errorId : undefined}
      >
        <option value="">{t('scales.chooseLevel')}</option>
        {levels.map((option) => (
          <option key={option.id} value={option.id}>
            {nameOf(option)}
          </option>
        ))}
      </select>
      {field.error && (
        <span id={errorId} className={styles.cellError}>
          <IconAlertTriangle size={14} aria-hidden />{' '}
          {level === '' ? t('scales.cellEmpty') : t('scales.cellLower')}
          <span className="visually-hidden">{field.error}</span>
        </span>
      )}
    </td>
  );
}

function nameOf({ label }: Row): string {
  return label.trim() || t('scales.unnamed');
}
