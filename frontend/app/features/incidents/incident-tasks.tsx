import { Button } from '@mantine/core';
import { Form } from 'react-router';
import { t } from '~/messages';
import { ConfirmDialog } from '~/ui/feedback/confirm-dialog';
import { ErrorPanel } from '~/ui/feedback/error-panel';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { CsrfField } from '~/ui/form/csrf-field';
import { SelectField, TextAreaField, TextField } from '~/ui/form/fields';
import { FieldRow, FormActions, SubmitButton } from '~/ui/form/form-layout';
import { Citation } from '~/ui/text/citation';
import { DateText } from '~/ui/text/date-text';
import { Section } from '~/ui/text/section';
import { StatusBadge } from '~/ui/text/status-badge';
import { choicesOf, PHASES, stateWord, type Incident, type Task } from './incident-words';
import styles from './incidents.module.css';

interface IncidentTasksProps {
  incident: Incident;
  colleagues: { id: string; name: string }[];
  refused: RefusedForm | null;
  settling: RefusedForm | null;
}

/** What is to be done, by the part of the response that it belongs to. */
export function IncidentTasks({ incident, colleagues, refused, settling }: IncidentTasksProps) {
  const { tasks, allowedActions, state } = incident;
  const phases = PHASES.filter((phase) => tasks.some((task) => task.phase === phase));
  return (
    <Section title={t('incidents.tasks')} lead={t('incidents.tasksLead')}>
      {settling && settling.values.status !== 'not-needed' && (
        <ErrorPanel problem={settling.problem} changing />
      )}
      {tasks.length === 0 && <p className={styles.quiet}>{t('incidents.noTasks')}</p>}
      {phases.map((phase) => (
        <PhaseTasks
          key={phase}
          phase={phase}
          tasks={tasks.filter((task) => task.phase === phase)}
          isNow={phase === phaseNow(state)}
          mayLeave={allowedActions.includes('run') && state !== 'closed'}
        />
      ))}
      {allowedActions.includes('work') && state !== 'closed' && (
        <details className={styles.details} open={Boolean(refused)}>
          <summary>{t('incidents.addTask')}</summary>
          <AppForm refused={refused} intent="task" label={t('incidents.addTask')}>
            <TextField name="title" label={t('incidents.taskTitle')} maxLength={200} required />
            <FieldRow>
              <SelectField
                name="phase"
                label={t('incidents.taskPhase')}
                choices={choicesOf(PHASES, stateWord)}
                defaultValue={phaseNow(state)}
                required
              />
              <SelectField
                name="ownerId"
                label={t('incidents.taskOwner')}
                choices={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
                placeholder={t('incidents.nobodyYet')}
              />
            </FieldRow>
            <FormActions>
              <SubmitButton size="xs">{t('incidents.addTask')}</SubmitButton>
            </FormActions>
          </AppForm>
        </details>
      )}
    </Section>
  );
}

interface PhaseTasksProps {
  phase: (typeof PHASES)[number];
  tasks: Task[];
  isNow: boolean;
  mayLeave: boolean;
}

/** What is for another hour stays folded: at two in the morning seven tasks are read, and twenty are not. */
function PhaseTasks({ phase, tasks, isNow, mayLeave }: PhaseTasksProps) {
  const open = tasks.filter(({ status }) => status === 'open');
  const done = tasks.length - open.length;
  return (
    <details className={styles.details} open={isNow}>
      <summary>
        {stateWord(phase)}{' '}
        <span className={styles.quiet}>{t('incidents.phaseDone', { done, total: tasks.length })}</span>
      </summary>
      <ul className={styles.list}>
        {tasks.map((task) => (
          <TaskLine key={task.id} task={task} />
        ))}
      </ul>
      {mayLeave && open.length > 1 && (
        <ConfirmDialog
          label={t('incidents.leaveRest')}
          title={t('incidents.leaveRestTitle', { count: open.length })}
          consequence={
            <ul>
              {open.map(({ id, title }) => (
                <li key={id}>{title}</li>
              ))}
            </ul>
          }
          confirmLabel={t('incidents.taskNotNeeded')}
          variant="subtle"
          size="xs"
          fields={{ intent: 'leave', phase }}
          seen={{ tasks: open.map(({ id, version }) => `${id}:${version}`).join(' ') }}
        >
          <TextAreaField name="outcome" label={t('incidents.reason')} rows={2} maxLength={4_000} required />
        </ConfirmDialog>
      )}
    </details>
  );
}

function phaseNow(state: Incident['state']): string {
  return PHASES.find((phase) => phase === state) ?? PHASES[0];
}

function TaskLine({ task }: { task: Task }) {
  const { title, why, citation, owner, role, dueAt, status, outcome } = task;
  return (
    <li className={styles.line}>
      <span className={styles.named}>
        <span className={status === 'open' ? undefined : styles.settled}>{title}</span>
        <span className={styles.quiet}>
          {owner?.name ?? (role ? t(`incidents.role_${role}`) : t('incidents.nobodyYet'))}
          {dueAt && (
            <>
              {' · '}
              <DateText at={dueAt} />
            </>
          )}
          {citation && (
            <>
              {' · '}
              <Citation text={citation} />
            </>
          )}
        </span>
        {why && <span className={styles.quiet}>{why}</span>}
        {outcome && <span>{outcome}</span>}
      </span>
      <span className={styles.buttons}>
        {status !== 'open' && (
          <StatusBadge tone={status === 'done' ? 'good' : 'neutral'}>
            {t(`incidents.taskStatus_${status}`)}
          </StatusBadge>
        )}
        {task.maySettle && <TaskButtons task={task} />}
      </span>
    </li>
  );
}

function TaskButtons({ task: { id, title, version, status } }: { task: Task }) {
  const isOpen = status === 'open';
  const next = isOpen ? 'done' : 'open';
  const label = t(isOpen ? 'incidents.taskDone' : 'incidents.taskReopen');
  return (
    <>
      <Form method="post">
        <CsrfField />
        <input type="hidden" name="taskId" value={id} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="status" value={next} />
        <Button
          type="submit"
          name="intent"
          value="settle"
          size="xs"
          variant={isOpen ? 'default' : 'subtle'}
          aria-label={`${label}: ${title}`}
        >
          {label}
        </Button>
      </Form>
      {isOpen && (
        <ConfirmDialog
          label={t('incidents.taskNotNeeded')}
          title={t('incidents.taskNotNeededTitle')}
          consequence={
            <>
              <p>{title}</p>
              <p>{t('incidents.taskNotNeededConsequence')}</p>
            </>
          }
          confirmLabel={t('incidents.taskNotNeeded')}
          variant="subtle"
          size="xs"
          fields={{ intent: 'settle', taskId: id, status: 'not-needed', version }}
        >
          <TextAreaField name="outcome" label={t('incidents.reason')} rows={2} maxLength={4_000} required />
        </ConfirmDialog>
      )}
    </>
  );
}
