import { Button } from '@mantine/core';
import { t } from '~/messages';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { Section } from '~/ui/text/section';
import { useHydrated } from '~/ui/theme/use-hydrated';
import { CHOSEN, REVIEW_FORM } from './chosen';
import { ReviewFields } from './review-fields';

/** One review for the records that are ticked in the table above. */
export function ReviewForm({ refused }: { refused?: RefusedForm | null | undefined }) {
  return (
    <Section id="review" title={t('recordReviews.reviewChosen')} lead={t('recordReviews.reviewChosenLead')}>
      <AppForm id={REVIEW_FORM} refused={refused ?? null} label={t('recordReviews.reviewChosen')}>
        <ReviewFields />
        <FormActions>
          <SubmitButton>{t('recordReviews.save')}</SubmitButton>
          <TickAll />
        </FormActions>
      </AppForm>
    </Section>
  );
}

/** A convenience for those whose browser runs it; the ticks are there without. */
function TickAll() {
  if (!useHydrated()) return null;
  return (
    <Button variant="default" onClick={tickAll}>
      {t('recordReviews.chooseAll')}
    </Button>
  );
}

function tickAll(): void {
  const form = document.getElementById(REVIEW_FORM) as HTMLFormElement | null;
  for (const field of form?.elements ?? [])
    if (field instanceof HTMLInputElement && field.name.startsWith(CHOSEN)) field.checked = true;
}
