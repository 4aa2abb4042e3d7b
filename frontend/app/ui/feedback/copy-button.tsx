import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { t } from '~/messages';
import styles from './copy-button.module.css';

interface CopyButtonProps {
  value: string;
  label?: string;
}

/** Copies a text; where the browser has no clipboard (plain http elsewhere than localhost) the text stays selectable. */
export function CopyButton({ value, label = t('actions.copy') }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard?.writeText(value);
    setCopied(true);
    setTimeout(() => setCopied(false), 2_000);
  };
  const Icon = copied ? IconCheck : IconCopy;
  return (
    <button type="button" className={styles.button} onClick={() => void copy()}>
      <Icon size={14} aria-hidden />
      <span aria-live="polite">{copied ? t('actions.copied') : label}</span>
    </button>
  );
}
