import { useContext, useMemo, type ReactNode } from 'react';
import { t } from '~/messages';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { TextAreaField, TextField } from '~/ui/form/fields';
import { FormContext } from '~/ui/form/form-context';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { ButtonLink } from '~/ui/text/button-link';
import { MatrixFields } from './matrix-fields';
import { RowFields } from './row-fields';
import { useRows } from './use-rows';
import { PARTS, type OwnScale } from './words';

/** Name, reason, steps, levels and matrix of a draft. What is not whole yet can be saved, and is marked. */
export function ScaleEditor({ scale, refused }: { scale: OwnScale; refused: RefusedForm | undefined }) {
  const { content } = scale;
  const likelihood = useRows('likelihood', content);
  const impact = useRows('impact', content);
  const levels = useRows('levels', content);
  return (
    <AppForm
      refused={refused}
      version={scale.version}
      intent="save"
      label={t('scales.editTitle', { title: scale.title })}
    >
      <WithProblems scale={scale}>
        <TextField
          name="title"
          label={t('scales.name')}
          hint={t('scales.nameHint')}
          defaultValue={scale.title}
          maxLength={120}
          required
        />
        <TextAreaField
          name="reason"
          label={t('scales.reason')}
          hint={t('scales.reasonHint')}
          defaultValue={scale.reason}
          rows={3}
          maxLength={2_000}
          required
        />
        <RowFields part="likelihood" {...likelihood} />
        <RowFields part="impact" {...impact} />
        <RowFields part="levels" {...levels} />
        <MatrixFields
          likelihood={likelihood.rows}
          impact={impact.rows}
          levels={levels.rows}
          matrix={content.matrix}
        />
      </WithProblems>
      <FormActions sticky>
        <SubmitButton>{t('actions.save')}</SubmitButton>
        <ButtonLink to={`/settings/risk-scales/${scale.id}`} variant="default">
          {t('actions.cancel')}
        </ButtonLink>
      </FormActions>
    </AppForm>
  );
}

/** Marks the fields that keep the draft, as it was saved, from being proposed. */
function WithProblems({ scale, children }: { scale: OwnScale; children: ReactNode }) {
  const form = useContext(FormContext);
  const state = useMemo(
    () => form && { ...form, fieldErrors: { ...problemsByField(scale), ...form.fieldErrors } },
    [form, scale],
  );
  return <FormContext value={state}>{children}</FormContext>;
}

function problemsByField({ problems, content }: OwnScale): Record<string, string[]> {
  const byField: Record<string, string[]> = {};
  for (const { path, message } of problems) {
    const [list, place, ...rest] = path.split('.');
    const part = PARTS.find((name) => name === list);
    const id = part && content[part][Number(place)]?.id;
    (byField[id ? [part, id, ...rest].join('.') : path] ??= []).push(message);
  }
  return byField;
}
