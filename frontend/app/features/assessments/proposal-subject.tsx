import { Button, Checkbox } from '@mantine/core';
import { useRef, useState } from 'react';
import { Form, Link, useSearchParams } from 'react-router';
import type { Reply } from '~/api/reply';
import { t } from '~/messages';
import { CsrfField } from '~/ui/form/csrf-field';
import { TextAreaField } from '~/ui/form/fields';
import { useDrawnLater, useHydrated } from '~/ui/theme/use-hydrated';
import { DecidedItem } from './decided-item';
import { pairValue } from './pair-on-subject';
import { ProposalItem } from './proposal-item';
import styles from './proposal-subject.module.css';

export type Subject = Reply<'/api/v1/assessments/{id}/proposals', 'get'>['items'][number];

interface ProposalSubjectProps {
  subject: Subject;
  /** What is listed was decided already. */
  decided?: boolean;
  mayDecide: boolean;
  open: boolean;
}

/** All that is proposed for one asset or data flow; folded, so that a long inventory stays a short page. */
export function ProposalSubject({ subject, mayDecide, open, decided = false }: ProposalSubjectProps) {
  const name = [subject.tag, subject.name].filter(Boolean).join(' ');
  const drawn = useDrawnLater();
  return (
    <details id={subject.id} className={styles.subject} open={open}>
      <summary>
        <h2>{name}</h2>
        <span className={styles.count}>
          {t(decided ? 'proposals.decidedHere' : 'assessments.toDecide', { count: subject.proposals.length })}
        </span>
      </summary>
      {open || drawn ? (
        <Proposed subject={subject} mayDecide={mayDecide} decided={decided} />
      ) : (
        <Unfold subject={subject} />
      )}
    </details>
  );
}

/** Without scripts, what is folded is fetched with the page that has it open. */
function Unfold({ subject: { id, proposals } }: { subject: Subject }) {
  const [search] = useSearchParams();
  const next = new URLSearchParams(search);
  next.set('open', id);
  return (
    <p className={styles.lead}>
      <Link to={`?${next}#${id}`}>{t('proposals.unfold', { count: proposals.length })}</Link>
    </p>
  );
}

function Proposed({ subject, mayDecide, decided }: Omit<ProposalSubjectProps, 'open'>) {
  const to = subject.type === 'asset' ? `/inventory/assets/${subject.id}` : `/inventory/flows/${subject.id}`;
  return (
    <>
      <p className={styles.lead}>
        <Link to={to}>{t('assessments.toRecord')}</Link>
        {t('assessments.subjectCounts', { accepted: subject.accepted, dismissed: subject.dismissed })}
      </p>
      {decided ? (
        <ul className={styles.list}>
          {subject.proposals.map((proposal) => (
            <DecidedItem key={proposal.pairId} subject={subject} proposal={proposal} mayDecide={mayDecide} />
          ))}
        </ul>
      ) : (
        <Decisions subject={subject} mayDecide={mayDecide} />
      )}
    </>
  );
}

/** One form for all of them: choose some, then take them over or turn them down. */
function Decisions({ subject, mayDecide }: { subject: Subject; mayDecide: boolean }) {
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
    <Form ref={form} method="post" onChange={count} preventScrollReset>
      <CsrfField />
      <ul className={styles.list}>
        {subject.proposals.map((proposal) => (
          <ProposalItem
            key={proposal.pairId}
            proposal={proposal}
            value={pairValue(proposal.pairId, subject.type, subject.id)}
            mayDecide={mayDecide}
          />
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
            <Button
              type="submit"
              name="intent"
              value="accept"
              size="xs"
              disabled={hydrated && chosen === 0}
              // The reason is asked for only by turning down; folded away, it would hold this back without a word.
              formNoValidate
            >
              {t('assessments.acceptChosen')}
            </Button>
            {hydrated && chosen > 0 && (
              <span aria-live="polite">{t('assessments.chosen', { count: chosen })}</span>
            )}
          </div>
          <details className={styles.turn}>
            <summary>{t('assessments.dismissChosen')}</summary>
            <div className={styles.reason}>
              <TextAreaField
                name="reason"
                label={t('assessments.doesNotApply')}
                hint={t('assessments.dismissReasonHint')}
                rows={2}
                maxLength={2_000}
                required
              />
              <Button
                type="submit"
                name="intent"
                value="dismiss"
                size="xs"
                variant="default"
                disabled={hydrated && chosen === 0}
              >
                {t('assessments.dismissChosen')}
              </Button>
            </div>
          </details>
        </div>
      )}
    </Form>
  );
}
