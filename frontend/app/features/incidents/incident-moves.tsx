import { Button } from '@mantine/core';
import { Form } from 'react-router';
import { t } from '~/messages';
import { ConfirmDialog } from '~/ui/feedback/confirm-dialog';
import { ErrorPanel } from '~/ui/feedback/error-panel';
import type { RefusedForm } from '~/ui/form/app-form';
import { CsrfField } from '~/ui/form/csrf-field';
import { TextAreaField } from '~/ui/form/fields';
import { Section } from '~/ui/text/section';
import { STATES, stateWord, type Incident } from './incident-words';
import styles from './incidents.module.css';

type Move = Incident['moves'][number];

/** The states in their order, and where the incident may go from here. */
export function IncidentMoves({ incident, refused }: { incident: Incident; refused: RefusedForm | null }) {
  const pressed = incident.moves.some(({ to, asksReason }) => !asksReason && to === refused?.values.to);
  return (
    <Section title={t('incidents.where')}>
      {refused && pressed && <ErrorPanel problem={refused.problem} changing />}
      <ol className={styles.states}>
        {STATES.map((state) => (
          <li key={state} aria-current={state === incident.state ? 'step' : undefined}>
            {stateWord(state)}
          </li>
        ))}
      </ol>
      <div className={styles.buttons}>
        {incident.moves.map((move) => (
          <MoveButton key={move.to} incident={incident} move={move} />
        ))}
      </div>
    </Section>
  );
}

function MoveButton({ incident, move: { to, asksReason } }: { incident: Incident; move: Move }) {
  const label = labelOf(incident.state, to);
  if (!asksReason)
    return (
      <Form method="post">
        <CsrfField />
        <input type="hidden" name="version" value={incident.version} />
        <input type="hidden" name="to" value={to} />
        <Button type="submit" name="intent" value="move" size="sm">
          {label}
        </Button>
      </Form>
    );
  return (
    <ConfirmDialog
      label={label}
      title={t('incidents.moveTitle', { state: stateWord(to) })}
      consequence={t('incidents.moveConsequence')}
      confirmLabel={label}
      fields={{ intent: 'move', to, version: incident.version }}
    >
      <TextAreaField name="reason" label={t('incidents.reason')} rows={2} maxLength={2_000} required />
    </ConfirmDialog>
  );
}

function labelOf(from: Incident['state'], to: Incident['state']): string {
  if (from === 'closed') return t('incidents.reopen');
  const goesBack = STATES.indexOf(to) < STATES.indexOf(from);
  return t(goesBack ? 'incidents.moveBack' : 'incidents.move', { state: stateWord(to) });
}
