import type { paths } from '~/api/schema';
import { checked, optionalText, text } from '~/session/read-form.server';
import type { Agreement } from './vendor-labels';

type NewVendor = paths['/api/v1/vendors']['post']['requestBody']['content']['application/json'];

/** The vendor as the form tells it. A choice that nobody made stays out, so that the API says what is missing. */
export function vendorFromForm(form: FormData): NewVendor {
  return {
    name: text(form, 'name'),
    service: text(form, 'service'),
    contactEmail: optionalText(form, 'contactEmail'),
    agreementStatus: (text(form, 'agreementStatus') || undefined) as Agreement,
    agreementNotRequiredReason: text(form, 'agreementNotRequiredReason'),
    agreementSignedOn: optionalText(form, 'agreementSignedOn'),
    agreementEndsOn: optionalText(form, 'agreementEndsOn'),
    // Of a new vendor nobody asks.
    active: form.has('asksActive') ? checked(form, 'active') : true,
  };
}
