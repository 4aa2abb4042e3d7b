import { useId, type ReactNode } from 'react';
import { TextField } from './fields';
import { choiceValue, useChoices, type NamedRecord } from './use-choices';

interface RecordFieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  required?: boolean;
  defaultValue?: string;
  /** What the list offers before anything is typed. */
  choices: readonly NamedRecord[];
  /** An address that answers a `q` with what fits; it has a query already. */
  search: string;
  /** References that are not offered: chosen before, or the record itself. */
  without?: readonly string[];
}

/** Names a record: chosen from the list that follows the typing, or by its number. Without JavaScript the list stays. */
export function RecordField({
  name,
  label,
  hint,
  required,
  defaultValue,
  choices,
  search,
  without = [],
}: RecordFieldProps) {
  const listId = useId();
  const { choices: fitting, look } = useChoices(search, choices);
  const offered = fitting.filter(({ reference }) => !without.includes(reference));
  return (
    <>
      <TextField
        name={name}
        label={label}
        hint={hint}
        required={required}
        defaultValue={defaultValue}
        list={listId}
        autoComplete="off"
        onChange={({ currentTarget: { value } }) => look(value)}
      />
      <datalist id={listId}>
        {offered.map((choice) => (
          <option key={choice.reference} value={choiceValue(choice)} />
        ))}
      </datalist>
    </>
  );
}
