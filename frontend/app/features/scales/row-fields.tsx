import { Button } from '@mantine/core';
import { t } from '~/messages';
import { TextAreaField, TextField } from '~/ui/form/fields';
import styles from './scales.module.css';
import type { Row, Rows } from './use-rows';
import type { Part } from './words';

const MOST = 7;
const LABEL = 60;
const WORDS = 1_000;

/** The steps or levels of a scale, from the least to the most. */
export function RowFields({ part, rows, add, remove, lower, rename }: Rows & { part: Part }) {
  return (
    <fieldset className={styles.part}>
      <legend>{t(`scales.rows_${part}`)}</legend>
      <input type="hidden" name={`${part}.order`} value={rows.map(({ id }) => id).join(',')} />
      {rows.map((row, place) => (
        <OneRow
          key={row.id}
          part={part}
          row={row}
          place={place}
          onLabel={(label) => rename(row.id, label)}
          onLower={() => lower(row.id)}
          onRemove={() => remove(row.id)}
        />
      ))}
      {rows.length < MOST && (
        <div className={styles.moves}>
          <Button variant="default" size="sm" onClick={add}>
            {part === 'levels' ? t('scales.addLevel') : t('scales.addStep')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

interface OneRowProps {
  part: Part;
  row: Row;
  place: number;
  onLabel: (label: string) => void;
  onLower: () => void;
  onRemove: () => void;
}

function OneRow({ part, row, place, onLabel, onLower, onRemove }: OneRowProps) {
  const { id, label } = row;
  const name = (field: string): string => `${part}.${id}.${field}`;
  const named = label.trim() || t('scales.unnamed');
  return (
    <fieldset className={styles.row}>
      <legend>{t('scales.rowLegend', { place: place + 1, label: named })}</legend>
      <TextField
        name={name('label')}
        label={t('scales.name')}
        defaultValue={row.label}
        maxLength={LABEL}
        onChange={({ currentTarget }) => onLabel(currentTarget.value)}
        required
      />
      <TextAreaField
        name={name('meaning')}
        label={t('scales.meaning')}
        defaultValue={row.meaning}
        rows={2}
        maxLength={WORDS}
        required
      />
      {part === 'levels' ? (
        <TextAreaField
          name={name('responseGuide')}
          label={t('scales.response')}
          defaultValue={row.responseGuide}
          rows={2}
          maxLength={WORDS}
          required
        />
      ) : (
        <TextAreaField
          name={name('everyday')}
          label={t('scales.everyday')}
          defaultValue={row.everyday}
          rows={2}
          maxLength={WORDS}
        />
      )}
      <div className={styles.moves}>
        {place > 0 && (
          <Button
            variant="default"
            size="xs"
            onClick={onLower}
            aria-label={t('scales.upOf', { label: named })}
          >
            {t('scales.up')}
          </Button>
        )}
        <Button
          variant="default"
          size="xs"
          onClick={onRemove}
          aria-label={t('scales.removeOf', { label: named })}
        >
          {t('scales.remove')}
        </Button>
      </div>
    </fieldset>
  );
}
