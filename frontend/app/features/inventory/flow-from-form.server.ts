import type { paths } from '~/api/schema';
import { checked, optionalText, text } from '~/session/read-form.server';
import type { DataFlow } from './flow-labels';

type NewDataFlow = paths['/api/v1/data-flows']['post']['requestBody']['content']['application/json'];

export const FLOW_BOXES = ['offshore'] as const;

/** The flow as the form tells it; whether it is in use is another question. */
export function flowFromForm(form: FormData): Omit<NewDataFlow, 'active'> {
  return {
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

function endFromForm(form: FormData, end: 'from' | 'to') {
  return { assetId: optionalText(form, `${end}.assetId`), party: optionalText(form, `${end}.party`) };
}
