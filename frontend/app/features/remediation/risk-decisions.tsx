import { riskNumber } from '~/features/risks/words';
import { t } from '~/messages';
import { ChoiceField } from '~/ui/form/choice-field';
import { TextAreaField } from '~/ui/form/fields';
import styles from './action-effects.module.css';
import type { Action } from './words';

/** For who checks the action: each risk that stands above what was expected moves, or stays for a reason. */
export function RiskDecisions({ action }: { action: Action }) {
  return action.effects
    .filter(({ isToDecide }) => isToDecide)
    .map(({ risk, riskVersion, now, expected }, index) => {
      const name = (field: string) => `risks.${index}.${field}`;
      const [from, to] = [now?.level.label ?? '', expected?.level.label ?? ''];
      return (
        <div key={risk.id} className={styles.decision}>
          <input type="hidden" name={name('riskId')} value={risk.id} />
          <input type="hidden" name={name('riskVersion')} value={riskVersion} />
          <ChoiceField
            name={name('decision')}
            legend={t('effects.decide', { number: String(risk.number), title: risk.title })}
            hint={t('effects.decideText', { from, to })}
            layout="row"
            choices={[
              { value: 'move', label: t('effects.move', { to }) },
              { value: 'leave', label: t('effects.leave') },
            ]}
          />
          <TextAreaField
            name={name('reason')}
            label={`${t('effects.reason')} (${riskNumber(risk.number)})`}
            hint={t('effects.reasonHint')}
            rows={2}
            maxLength={2_000}
          />
        </div>
      );
    });
}
