import { Button } from '@mantine/core';
import { Form, Link } from 'react-router';
import { LevelTag } from '~/features/risks/level-tag';
import { riskNumber } from '~/features/risks/words';
import { t } from '~/messages';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { CsrfField } from '~/ui/form/csrf-field';
import { TextField } from '~/ui/form/fields';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { Section } from '~/ui/text/section';
import styles from './action-effects.module.css';
import { EffectOutcomes } from './effect-outcomes';
import { ExpectedFields } from './expected-fields';
import { isOpen, type Action, type Effect } from './words';

interface ActionEffectsProps {
  action: Action;
  mayPlan: boolean;
  refused: RefusedForm | null;
}

/** The risks that the action lowers: how each stands today, what is expected, and what was decided. */
export function ActionEffects({ action, mayPlan, refused }: ActionEffectsProps) {
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
      {mayChange && <AddRisk action={action} refused={refused} />}
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
        <Form method="post">
          <CsrfField />
          <input type="hidden" name="riskId" value={risk.id} />
          <input type="hidden" name="version" value={action.version} />
          <Button
            type="submit"
            name="intent"
            value="effect-removal"
            size="xs"
            variant="subtle"
            aria-label={t('effects.removeNamed', { number: String(risk.number) })}
          >
            {t('effects.remove')}
          </Button>
        </Form>
      )}
    </div>
  );
}

function AddRisk({ action, refused }: { action: Action; refused: RefusedForm | null }) {
  const own = refused?.values.intent === 'effect-new' ? refused : null;
  return (
    <details className={styles.add} open={Boolean(own)}>
      <summary>{t('effects.add')}</summary>
      <AppForm refused={own} intent="effect-new" version={action.version} label={t('effects.add')}>
        <input type="hidden" name="assessmentId" value={action.assessment.id} />
        <TextField
          name="riskNumber"
          label={t('effects.addNumber')}
          hint={t('effects.addNumberHint')}
          width="short"
          required
        />
        <ExpectedFields scale={action.scale!} />
        <FormActions>
          <SubmitButton size="xs">{t('effects.addIt')}</SubmitButton>
        </FormActions>
      </AppForm>
    </details>
  );
}
