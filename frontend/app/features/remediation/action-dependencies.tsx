import { Button } from '@mantine/core';
import { Form, Link } from 'react-router';
import { t } from '~/messages';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { CsrfField } from '~/ui/form/csrf-field';
import { TextField } from '~/ui/form/fields';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { DateText } from '~/ui/text/date-text';
import { Section } from '~/ui/text/section';
import { StatusBadge } from '~/ui/text/status-badge';
import styles from './action-effects.module.css';
import { ACTION_TONE, actionName, actionStatusWord, isOpen, type Action } from './words';

interface ActionDependenciesProps {
  action: Action;
  mayPlan: boolean;
  refused: RefusedForm | null;
}

export function ActionDependencies({ action, mayPlan, refused }: ActionDependenciesProps) {
  const { waitsFor, waitedForBy, dueTooEarly, version } = action;
  return (
    <Section id="waits" title={t('effects.dependencies')} lead={t('effects.dependenciesLead')}>
      {dueTooEarly && (
        <p role="note" className={styles.warning}>
          {t('effects.dueTooEarly')}
        </p>
      )}
      {waitsFor.length === 0 && <p className={styles.empty}>{t('effects.waitsForNone')}</p>}
      <ul className={styles.list}>
        {waitsFor.map((other) => (
          <li key={other.id} className={styles.one}>
            <Linked other={other} />
            {mayPlan && <WaitNoMore other={other} version={version} />}
          </li>
        ))}
      </ul>
      {waitedForBy.length > 0 && (
        <>
          <h3 className={styles.sub}>{t('effects.waitedForBy')}</h3>
          <ul className={styles.list}>
            {waitedForBy.map((other) => (
              <li key={other.id} className={styles.one}>
                <Linked other={other} />
              </li>
            ))}
          </ul>
        </>
      )}
      {mayPlan && isOpen(action.status) && <AddDependency version={version} refused={refused} />}
    </Section>
  );
}

type Other = Action['waitsFor'][number];

/** Who sees only their own actions is told number and status of another one, without a link. */
function Linked({ other }: { other: Other }) {
  const name = actionName(other);
  const isShown = other.title !== null;
  return (
    <>
      {isShown ? <Link to={`/plan/${other.id}`}>{name}</Link> : <span>{name}</span>}
      <span className={styles.levels}>
        {isShown && <DateText on={other.dueOn} />}
        <StatusBadge tone={ACTION_TONE[other.status]}>{actionStatusWord(other.status)}</StatusBadge>
      </span>
    </>
  );
}

function WaitNoMore({ other, version }: { other: Other; version: number }) {
  return (
    <Form method="post" className={styles.whole}>
      <CsrfField />
      <input type="hidden" name="waitsForId" value={other.id} />
      <input type="hidden" name="version" value={version} />
      <Button
        type="submit"
        name="intent"
        value="dependency-removal"
        size="xs"
        variant="subtle"
        aria-label={t('effects.waitNoMoreNamed', { number: String(other.number) })}
      >
        {t('effects.waitNoMore')}
      </Button>
    </Form>
  );
}

function AddDependency({ version, refused }: { version: number; refused: RefusedForm | null }) {
  return (
    <details className={styles.add} open={Boolean(refused)}>
      <summary>{t('effects.addDependency')}</summary>
      <AppForm refused={refused} intent="dependency" version={version} label={t('effects.addDependency')}>
        <TextField
          name="waitsForId"
          label={t('effects.actionNumber')}
          hint={t('effects.actionNumberHint')}
          width="short"
          required
        />
        <FormActions>
          <SubmitButton size="xs">{t('effects.addDependencyIt')}</SubmitButton>
        </FormActions>
      </AppForm>
    </details>
  );
}
