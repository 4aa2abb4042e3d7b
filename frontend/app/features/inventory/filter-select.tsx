import { NativeSelect, TextInput } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { t } from '~/messages';
import type { Choice } from '~/ui/form/fields';
import styles from './filter-select.module.css';

interface FilterSelectProps {
  name: string;
  label: string;
  choices: readonly Choice[];
}

/** One filter of a list; its present value stands in the address. */
export function FilterSelect({ name, label, choices }: FilterSelectProps) {
  const [search] = useSearchParams();
  const value = search.get(name) ?? '';
  return (
    <NativeSelect
      key={value}
      name={name}
      label={label}
      className={styles.select}
      defaultValue={value}
      data={[{ value: '', label: t('inventory.any') }, ...choices]}
    />
  );
}

export function FilterText({ label }: { label: string }) {
  const [search] = useSearchParams();
  const value = search.get('q') ?? '';
  return (
    <TextInput
      key={value}
      name="q"
      type="search"
      label={label}
      defaultValue={value}
      maxLength={100}
      className={styles.text}
    />
  );
}

/** A new filter keeps the order of the rows. */
export function KeepSort() {
  const [search] = useSearchParams();
  const sort = search.get('sort');
  return sort ? <input type="hidden" name="sort" value={sort} /> : null;
}
