import { optionalText, text } from '~/session/read-form.server';
import { centsOf } from '~/ui/text/money';

export function planFromForm(form: FormData) {
  return {
    title: text(form, 'title'),
    description: text(form, 'description'),
    ownerId: optionalText(form, 'ownerId'),
    dueOn: optionalText(form, 'dueOn'),
    budgetCents: centsOf(text(form, 'budget')),
  };
}
