import { Button } from '@mantine/core';
import { Form } from 'react-router';
import { CsrfField } from '~/ui/form/csrf-field';

interface UnrelateFormProps {
  intent: string;
  version: number;
  /** The record that no longer belongs to the action: the name of the field, and its id. */
  field: string;
  id: string;
  label: string;
  /** The label with the name of the record, for those who hear the button alone. */
  named: string;
  className?: string;
}

/** A button that takes one record from the action. */
export function UnrelateForm({ intent, version, field, id, label, named, className }: UnrelateFormProps) {
  return (
    <Form method="post" className={className}>
      <CsrfField />
      <input type="hidden" name={field} value={id} />
      <input type="hidden" name="version" value={version} />
      <Button type="submit" name="intent" value={intent} size="xs" variant="subtle" aria-label={named}>
        {label}
      </Button>
    </Form>
  );
}
