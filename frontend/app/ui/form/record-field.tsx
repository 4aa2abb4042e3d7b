import { useId, type ReactNode } from 'react';
import { TextField } from './fields';
import { choiceValue, useChoices, type NamedRecord } from './use-choices';

interface RecordFieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  required?: boolean;
  /** As the list says it. */
  defaultValue?: string | null;
  /** What the list offers before anything is typed. */
  choices: readonly NamedRecord[];
  /** An address that answers a `q` with what fits; it has a query already. */
  search: string;
  /** References that are not offered: chosen before, or the record itself. */
  without?: readonly string[];
  /** The id of a list that several fields share as long as nothing is typed. */
  sharedList?: string;
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
  sharedList,
}: RecordFieldProps) {
  const listId = useId();
  const { choices: fitting, look, hasLooked } = useChoices(search, choices);
  const offered = fitting.filter(({ reference }) => !without.includes(reference));
  const isShared = sharedList !== undefined && !hasLooked;
  return (
    <>
      <TextField
        name={name}
        label={label}
        hint={hint}
        required={required}
        defaultValue={defaultValue}
        list={isShared ? sharedList : listId}
        autoComplete="off"
        onChange={({ currentTarget: { value } }) => look(value)}
      />
      {!isShared && <RecordList id={listId} choices={offered} />}
    </>
  );
}

export function RecordList({ id, choices }: { id: string; choices: readonly NamedRecord[] }) {
  return (
    <datalist id={id}>
      {choices.map((choice) => (
        <option key={choiceValue(choice)} value={choiceValue(choice)} />
      ))}
    </datalist>
  );
}
