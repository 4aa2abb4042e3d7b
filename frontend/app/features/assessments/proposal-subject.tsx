import { Button, Checkbox } from '@mantine/core';
import { useRef, useState } from 'react';
import { Form, Link } from 'react-router';
import type { Reply } from '~/api/reply';
import { t } from '~/messages';
import { CsrfField } from '~/ui/form/csrf-field';
import { TextAreaField } from '~/ui/form/fields';
import { Section } from '~/ui/text/section';
import { useHydrated } from '~/ui/theme/use-hydrated';
import { pairValue } from './pair-on-subject';
import { ProposalItem } from './proposal-item';
import styles from './proposal-subject.module.css';

export type Subject = Reply<'/api/v1/assessments/{id}/proposals', 'get'>['items'][number];

/** All that is proposed for one asset or data flow, in one form: choose some, then take them over or turn them down. */
export function ProposalSubject({ subject, mayDecide }: { subject: Subject; mayDecide: boolean }) {
  const form = useRef<HTMLFormElement>(null);
  const hydrated = useHydrated();
  const [chosen, setChosen] = useState(0);
  const boxes = () => [...(form.current?.querySelectorAll<HTMLInputElement>('input[name="pairs"]') ?? [])];
  const count = () => setChosen(boxes().filter(({ checked }) => checked).length);
  const chooseAll = (checked: boolean) => {
    for (const box of boxes()) box.checked = checked;
    count();
  };
  return (
    <Section flush title={<SubjectTitle subject={subject} />} lead={t('assessments.subjectCounts', { accepted: subject.accepted, dismissed: subject.dismissed })}>
      <Form ref={form} method="post" onChange={count} className={styles.form}>
        <CsrfField />
        <ul className={styles.list}>
          {subject.proposals.map((proposal) => (
            <ProposalItem key={proposal.pairId} proposal={proposal} value={pairValue(proposal.pairId, subject.type, subject.id)} mayDecide={mayDecide} />
          ))}
        </ul>
        {mayDecide && (
          <div className={styles.decide}>
            <div className={styles.buttons}>
              {hydrated && (
                <Checkbox
                  label={t('assessments.chooseAll', { name: subject.name })}
                  checked={chosen === subject.proposals.length}
                  indeterminate={chosen > 0 && chosen < subject.proposals.length}
                  onChange={(event) => chooseAll(event.currentTarget.checked)}
                />
              )}
              <Button type="submit" name="intent" value="accept" size="xs" disabled={hydrated && chosen === 0}>
                {t('assessments.acceptChosen')}
              </Button>
              {hydrated && chosen > 0 && <span aria-live="polite">{t('assessments.chosen', { count: chosen })}</span>}
            </div>
            <details className={styles.turn}>
              <summary>{t('assessments.dismissChosen')}</summary>
              <div className={styles.reason}>
                <TextAreaField name="reason" label={t('assessments.doesNotApply')} hint={t('assessments.dismissReasonHint')} rows={2} maxLength={2_000} required />
                <Button type="submit" name="intent" value="dismiss" size="xs" variant="default" disabled={hydrated && chosen === 0}>
                  {t('assessments.dismissChosen')}
                </Button>
              </div>
            </details>
          </div>
        )}
      </Form>
    </Section>
  );
}

function SubjectTitle({ subject }: { subject: Subject }) {
  const to = subject.type === 'asset' ? `/inventory/assets/${subject.id}` : `/inventory/flows/${subject.id}`;
  return (
    <Link to={to} className={styles.subject}>
      {[subject.tag, subject.name].filter(Boolean).join(' ')}
    </Link>
  );
}
