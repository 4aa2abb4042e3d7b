import { createContext, useContext, useId } from 'react';

interface FormState {
  fieldErrors: Record<string, string[]>;
  values: Record<string, string>;
  idOf: (name: string) => string;
}

export const FormContext = createContext<FormState | null>(null);

/** Filters are all optional: saying so at each of them would only be noise. */
export const FilterFormContext = createContext(false);

interface FieldState {
  id: string;
  name: string;
  error: string | undefined;
  typed: string | undefined;
}

/** What a field has to know of its form: its own errors, and what was typed when a save was refused. */
export function useField(name: string): FieldState {
  const form = useContext(FormContext);
  const ownId = useId();
  return {
    id: form?.idOf(name) ?? ownId,
    name,
    error: form?.fieldErrors[name]?.join(' '),
    typed: form?.values[name],
  };
}
