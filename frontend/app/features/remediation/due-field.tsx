import { useState } from 'react';
import { t } from '~/messages';
import { useSession } from '~/session/session';
import { DateField } from '~/ui/form/fields';
import styles from './due-field.module.css';

interface DueFieldProps {
  defaultValue?: string | null;
  required?: boolean;
  /** The day as it stands in the field, whenever it changes. */
  onDay?: (day: string) => void;
}

/** A day that has passed may be meant, since plans are also written down late; it is said before it is saved. */
export function DueField({ defaultValue, required, onDay }: DueFieldProps) {
  const { today } = useSession();
  const [passed, setPassed] = useState(false);
  return (
    <div>
      <DateField
        name="dueOn"
        label={t('remediation.due')}
        defaultValue={defaultValue}
        required={required}
        onChange={({ currentTarget: { value } }) => {
          setPassed(value !== '' && value.length === today.length && value < today);
          onDay?.(value);
        }}
      />
      <p role="status" className={styles.passed}>
        {passed && t('remediation.duePassed')}
      </p>
    </div>
  );
}
