import { Link } from 'react-router';
import { t } from '~/messages';
import type { RefusedForm } from '~/ui/form/app-form';
import { RecordField } from '~/ui/form/record-field';
import type { NamedRecord } from '~/ui/form/use-choices';
import { DateText } from '~/ui/text/date-text';
import { Section } from '~/ui/text/section';
import { StatusBadge } from '~/ui/text/status-badge';
import styles from './action-effects.module.css';
import { RelateForm } from './relate-form';
import { UnrelateForm } from './unrelate-form';
import { ACTION_TONE, actionName, actionNumber, actionStatusWord, isOpen, type Action } from './words';

interface ActionDependenciesProps {
  action: Action;
  mayPlan: boolean;
  /** Other actions of the plan, to begin with. */
  choices: readonly NamedRecord[];
  refused: RefusedForm | null;
}

export function ActionDependencies({ action, mayPlan, choices, refused }: ActionDependenciesProps) {
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
            {mayPlan && (
              <UnrelateForm
                intent="dependency-removal"
                version={version}
                field="waitsForId"
                id={other.id}
                label={t('effects.waitNoMore')}
                named={t('effects.waitNoMoreNamed', { number: String(other.number) })}
                className={styles.whole}
              />
            )}
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
      {mayPlan && isOpen(action.status) && (
        <AddDependency action={action} choices={choices} refused={refused} />
      )}
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

interface AddDependencyProps {
  action: Action;
  choices: readonly NamedRecord[];
  refused: RefusedForm | null;
}

function AddDependency({ action, choices, refused }: AddDependencyProps) {
  return (
    <RelateForm
      label={t('effects.addDependency')}
      intent="dependency"
      version={action.version}
      submit={t('effects.addDependencyIt')}
      refused={refused}
    >
      <RecordField
        name="waitsForId"
        label={t('effects.actionNumber')}
        hint={t('effects.actionNumberHint')}
        choices={choices}
        search="/search/choices?of=actions"
        without={[action, ...action.waitsFor].map(({ number }) => actionNumber(number))}
        required
      />
    </RelateForm>
  );
}
