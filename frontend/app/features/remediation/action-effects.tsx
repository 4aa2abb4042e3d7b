import { Link } from 'react-router';
import { LevelTag } from '~/features/risks/level-tag';
import { riskNumber } from '~/features/risks/words';
import { t } from '~/messages';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { RecordField } from '~/ui/form/record-field';
import type { NamedRecord } from '~/ui/form/use-choices';
import { Section } from '~/ui/text/section';
import styles from './action-effects.module.css';
import { EffectOutcomes } from './effect-outcomes';
import { ExpectedFields } from './expected-fields';
import { RelateForm } from './relate-form';
import { UnrelateForm } from './unrelate-form';
import { isOpen, type Action, type Effect } from './words';

interface ActionEffectsProps {
  action: Action;
  mayPlan: boolean;
  /** Risks of the same analysis, to begin with. */
  choices: readonly NamedRecord[];
  refused: RefusedForm | null;
}

/** The risks that the action lowers: how each stands today, what is expected, and what was decided. */
export function ActionEffects({ action, mayPlan, choices, refused }: ActionEffectsProps) {
  const { effects, scale } = action;
  const mayChange = mayPlan && isOpen(action.status) && scale !== null;
  return (
    <Section id="lowers" title={t('effects.title')} lead={t('effects.lead')}>
      {effects.length === 0 && <p className={styles.empty}>{t('effects.none')}</p>}
      {effects.length > 0 && !scale && <p className={styles.empty}>{t('effects.hidden')}</p>}
      <ul className={styles.list}>
        {effects.map((effect) => (
          <li key={effect.risk.id} className={styles.one}>
            <EffectFacts effect={effect} seesRatings={scale !== null} />
            {scale && <EffectOutcomes effect={effect} scale={scale} />}
            {mayChange && <EffectTools action={action} effect={effect} refused={refused} />}
          </li>
        ))}
      </ul>
      {mayChange && <AddRisk action={action} choices={choices} refused={refused} />}
    </Section>
  );
}

function EffectFacts({ effect, seesRatings }: { effect: Effect; seesRatings: boolean }) {
  const { risk, now, expected } = effect;
  const name = `${riskNumber(risk.number)} ${risk.title}`;
  if (!seesRatings) return <span>{name}</span>;
  return (
    <>
      <Link to={`/risks/${risk.id}`}>{name}</Link>
      <span className={styles.levels}>
        {t('effects.today')} <LevelTag level={now?.level ?? null} />
        {t('effects.expected')}
        {expected ? <LevelTag level={expected.level} /> : <em>{t('effects.notSaid')}</em>}
      </span>
    </>
  );
}

interface ToolsProps {
  action: Action;
  effect: Effect;
  refused: RefusedForm | null;
}

function EffectTools({ action, effect, refused }: ToolsProps) {
  const { risk, expected, isMain } = effect;
  const own = refused?.values.intent === 'effect' && refused.values.riskId === risk.id ? refused : null;
  const label = t('effects.say', { number: String(risk.number) });
  return (
    <div className={`${styles.whole} ${styles.tools}`}>
      <details open={Boolean(own)}>
        <summary>{label}</summary>
        <AppForm refused={own} intent="effect" version={action.version} label={label}>
          <input type="hidden" name="riskId" value={risk.id} />
          <ExpectedFields scale={action.scale!} expected={expected} />
          <FormActions>
            <SubmitButton size="xs">{t('effects.save')}</SubmitButton>
          </FormActions>
        </AppForm>
      </details>
      {!isMain && (
        <UnrelateForm
          intent="effect-removal"
          version={action.version}
          field="riskId"
          id={risk.id}
          label={t('effects.remove')}
          named={t('effects.removeNamed', { number: String(risk.number) })}
        />
      )}
    </div>
  );
}

interface AddRiskProps {
  action: Action;
  choices: readonly NamedRecord[];
  refused: RefusedForm | null;
}

function AddRisk({ action, choices, refused }: AddRiskProps) {
  const { assessment, effects, version } = action;
  return (
    <RelateForm
      label={t('effects.add')}
      intent="effect-new"
      version={version}
      submit={t('effects.addIt')}
      refused={refused?.values.intent === 'effect-new' ? refused : null}
    >
      <input type="hidden" name="assessmentId" value={assessment.id} />
      <RecordField
        name="riskNumber"
        label={t('effects.addNumber')}
        hint={t('effects.addNumberHint')}
        choices={choices}
        search={`/search/choices?of=risks&assessmentId=${assessment.id}`}
        without={effects.map(({ risk }) => riskNumber(risk.number))}
        required
      />
      <ExpectedFields scale={action.scale!} />
    </RelateForm>
  );
}
