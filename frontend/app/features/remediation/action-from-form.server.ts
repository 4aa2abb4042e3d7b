import { optionalCents, optionalText, text } from '~/session/read-form.server';

export function planFromForm(form: FormData) {
  return {
    title: text(form, 'title'),
    description: text(form, 'description'),
    ownerId: optionalText(form, 'ownerId'),
    dueOn: optionalText(form, 'dueOn'),
    budgetCents: optionalCents(form, 'budgetCents'),
    yearlyBudgetCents: optionalCents(form, 'yearlyBudgetCents'),
  };
}
