import type { ApiProblem } from '~/api/problem';
import type { paths } from '~/api/schema';
import { checked, optionalText, text } from '~/session/read-form.server';
import type { DataFlow } from './flow-labels';

type NewDataFlow = paths['/api/v1/data-flows']['post']['requestBody']['content']['application/json'];

export const FLOW_BOXES = ['offshore'] as const;

/** The flow as the form tells it; whether it is in use is another question. */
export function flowFromForm(form: FormData): Omit<NewDataFlow, 'active'> {
  return {
    code: text(form, 'code'),
    name: text(form, 'name'),
    from: endFromForm(form, 'from'),
    to: endFromForm(form, 'to'),
    counterparty: text(form, 'counterparty') as DataFlow['counterparty'],
    phiTypes: form.getAll('phiTypes').map(String) as DataFlow['phiTypes'],
    purpose: text(form, 'purpose'),
    minimumNecessary: text(form, 'minimumNecessary'),
    transportMethod: text(form, 'transportMethod'),
    transportSecurity: (text(form, 'transportSecurity') || 'unknown') as DataFlow['transportSecurity'],
    offshore: checked(form, 'offshore'),
  };
}

/** The choice holds assets and vendors; their ids say which is which. */
function endFromForm(form: FormData, end: 'from' | 'to') {
  const place = optionalText(form, `${end}.place`);
  const isVendor = place?.startsWith('ven_') ?? false;
  return {
    assetId: isVendor ? null : place,
    vendorId: isVendor ? place : null,
    party: optionalText(form, `${end}.party`),
  };
}

/** What is wrong with the asset or the vendor of an end is said at the one choice that holds both. */
export function atPlaces(problem: ApiProblem): ApiProblem {
  const fieldErrors: Record<string, string[]> = {};
  for (const [field, messages] of Object.entries(problem.fieldErrors ?? {})) {
    const place = field.replace(/^(from|to)\.(assetId|vendorId)$/, '$1.place');
    fieldErrors[place] = [...(fieldErrors[place] ?? []), ...messages];
  }
  return { ...problem, fieldErrors };
}
