import { Button } from '@mantine/core';
import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { Form } from 'react-router';
import { t } from '~/messages';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { CsrfField } from '~/ui/form/csrf-field';
import { TextField } from '~/ui/form/fields';
import { FieldRow, FormActions, SubmitButton } from '~/ui/form/form-layout';
import { DateText } from '~/ui/text/date-text';
import { Section } from '~/ui/text/section';
import { DueField } from './due-field';
import styles from './milestones.module.css';
import type { Action } from './words';

interface MilestonesProps {
  action: Action;
  mayPlan: boolean;
  mayWork: boolean;
  today: string;
  refused: RefusedForm | null;
}

export function Milestones({ action, mayPlan, mayWork, today, refused }: MilestonesProps) {
  return (
    <Section title={t('remediation.milestones')} lead={t('remediation.milestonesLead')}>
      {action.milestones.length === 0 && <p className={styles.empty}>{t('remediation.milestonesEmpty')}</p>}
      <ol className={styles.list}>
        {action.milestones.map((milestone) => (
          <li key={milestone.id} className={styles.item}>
            {milestone.doneOn ? (
              <IconCircleCheck size={18} aria-hidden />
            ) : (
              <IconCircle size={18} aria-hidden />
            )}
            <span>{milestone.title}</span>
            <span className={styles.when}>
              <DateText on={milestone.dueOn} />
              {milestone.doneOn && (
                <>
                  {` · ${t('remediation.done')} `}
                  <DateText on={milestone.doneOn} />
                </>
              )}
            </span>
            <MilestoneTools
              milestone={milestone}
              version={action.version}
              mayPlan={mayPlan}
              mayWork={mayWork}
              today={today}
            />
          </li>
        ))}
      </ol>
      {mayPlan && (
        <details className={styles.add} open={Boolean(refused)}>
          <summary>{t('remediation.addMilestone')}</summary>
          <AppForm
            refused={refused}
            intent="milestone"
            version={action.version}
            label={t('remediation.addMilestone')}
          >
            <FieldRow>
              <TextField name="title" label={t('remediation.milestone')} maxLength={200} required />
              <DueField required />
            </FieldRow>
            <FormActions>
              <SubmitButton size="xs">{t('remediation.addMilestone')}</SubmitButton>
            </FormActions>
          </AppForm>
        </details>
      )}
    </Section>
  );
}

interface ToolsProps {
  milestone: Action['milestones'][number];
  version: number;
  mayPlan: boolean;
  mayWork: boolean;
  today: string;
}

function MilestoneTools({ milestone, version, mayPlan, mayWork, today }: ToolsProps) {
  const { title, doneOn } = milestone;
  if (!mayPlan && !mayWork) return null;
  return (
    <Form method="post" className={styles.tools}>
      <CsrfField />
      <input type="hidden" name="milestoneId" value={milestone.id} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="doneOn" value={doneOn ? '' : today} />
      {mayWork && (
        <Button
          type="submit"
          name="intent"
          value="milestone-done"
          size="xs"
          variant="default"
          aria-label={
            doneOn ? t('remediation.untickNamed', { title }) : t('remediation.tickNamed', { title })
          }
        >
          {doneOn ? t('remediation.untick') : t('remediation.tick')}
        </Button>
      )}
      {mayPlan && (
        <Button
          type="submit"
          name="intent"
          value="milestone-removal"
          size="xs"
          variant="subtle"
          aria-label={t('remediation.removeNamed', { title })}
        >
          {t('remediation.remove')}
        </Button>
      )}
    </Form>
  );
}
