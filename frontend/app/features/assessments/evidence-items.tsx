import { IconPaperclip } from '@tabler/icons-react';
import { t } from '~/messages';
import { ConfirmDialog } from '~/ui/feedback/confirm-dialog';
import { TextAreaField } from '~/ui/form/fields';
import { DateText } from '~/ui/text/date-text';
import type { EvidenceItem } from './questionnaire';
import styles from './evidence-items.module.css';

interface EvidenceItemsProps {
  items: EvidenceItem[];
  mayWithdraw: boolean;
  /** Hidden fields that tell the page's action where the evidence hangs. */
  fields?: Record<string, string>;
}

export function EvidenceItems({ items, mayWithdraw, fields = {} }: EvidenceItemsProps) {
  return (
    <ul className={styles.list} aria-label={t('assessments.evidenceOf')}>
      {items.map((item) => (
        <li key={item.id} className={styles.item} data-withdrawn={item.withdrawnAt ? true : undefined}>
          <IconPaperclip size={16} aria-hidden />
          <div className={styles.words}>
            <p>
              <strong>{item.title}</strong>{' '}
              {item.file && (
                <a href={`/api/v1/evidence/${item.id}/file`} download>
                  {item.file.name}
                </a>
              )}
            </p>
            {item.note && <p>{item.note}</p>}
            <p className={styles.by}>
              {item.addedBy.name}, <DateText at={item.addedAt} />
              {item.carriedFrom && `, ${t('assessments.evidenceCarried', { title: item.carriedFrom })}`}
            </p>
            {item.file && <p className={styles.hash}>SHA-256 {item.file.sha256}</p>}
            {item.withdrawnAt && (
              <p className={styles.gone}>{t('assessments.withdrawn', { reason: item.withdrawnReason })}</p>
            )}
          </div>
          {mayWithdraw && !item.withdrawnAt && <Withdraw item={item} fields={fields} />}
        </li>
      ))}
    </ul>
  );
}

function Withdraw({ item, fields }: { item: EvidenceItem; fields: Record<string, string> }) {
  return (
    <ConfirmDialog
      label={t('assessments.withdraw')}
      title={t('assessments.withdrawTitle')}
      consequence={t('assessments.withdrawConsequence')}
      confirmLabel={t('assessments.withdrawConfirm')}
      tone="danger"
      variant="subtle"
      size="xs"
      fields={{ ...fields, intent: 'withdraw', evidenceId: item.id }}
    >
      <TextAreaField name="reason" label={t('assessments.reason')} rows={2} maxLength={2_000} required />
    </ConfirmDialog>
  );
}
