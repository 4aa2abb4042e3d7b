import { optionalText, text } from '~/session/read-form.server';

export function siteFromForm(form: FormData) {
  return {
    name: text(form, 'name'),
    street: optionalText(form, 'street'),
    city: optionalText(form, 'city'),
    state: optionalText(form, 'state'),
    postalCode: optionalText(form, 'postalCode'),
    phone: optionalText(form, 'phone'),
  };
}
