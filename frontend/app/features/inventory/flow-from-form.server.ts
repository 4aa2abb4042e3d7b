import type { Api } from '~/api/client.server';
import type { ApiProblem } from '~/api/problem';
import type { paths } from '~/api/schema';
import { checked, optionalText, text } from '~/session/read-form.server';
import type { DataFlow } from './flow-labels';
import { errorsAt, invalidFields, placeNamed } from './named-records.server';

type NewDataFlow = paths['/api/v1/data-flows']['post']['requestBody']['content']['application/json'];

export const FLOW_BOXES = ['offshore'] as const;

type FlowFacts = Omit<NewDataFlow, 'active'>;

/** The flow as the form tells it; whether it is in use is another question. Its ends are found by what was typed. */
export async function flowFromForm(
  api: Api,
  form: FormData,
): Promise<{ ok: true; flow: FlowFacts } | { ok: false; problem: ApiProblem }> {
  const [from, to] = await Promise.all([
    placeNamed(api, text(form, 'from.place')),
    placeNamed(api, text(form, 'to.place')),
  ]);
  const fieldErrors = { ...errorsAt('from.place', from), ...errorsAt('to.place', to) };
  if ('problem' in from || 'problem' in to) return { ok: false, problem: invalidFields(fieldErrors) };
  const flow = factsFromForm(form, endFromForm(form, 'from', from.id), endFromForm(form, 'to', to.id));
  return { ok: true, flow };
}

function factsFromForm(form: FormData, from: FlowFacts['from'], to: FlowFacts['to']): FlowFacts {
  return {
    code: text(form, 'code'),
    name: text(form, 'name'),
    from,
    to,
    counterparty: text(form, 'counterparty') as DataFlow['counterparty'],
    phiTypes: form.getAll('phiTypes').map(String) as DataFlow['phiTypes'],
    purpose: text(form, 'purpose'),
    minimumNecessary: text(form, 'minimumNecessary'),
    transportMethod: text(form, 'transportMethod'),
    transportSecurity: (text(form, 'transportSecurity') || 'unknown') as DataFlow['transportSecurity'],
    offshore: checked(form, 'offshore'),
  };
}

/** A place is an asset or a vendor; its id says which. */
function endFromForm(form: FormData, end: 'from' | 'to', place: string | null) {
  const isVendor = place?.startsWith('ven_') ?? false;
  return {
    assetId: isVendor ? null : place,
    vendorId: isVendor ? place : null,
    party: optionalText(form, `${end}.party`),
  };
}

/** What is wrong with the asset or the vendor of an end is said at the one field that names both. */
export function atPlaces(problem: ApiProblem): ApiProblem {
  const fieldErrors: Record<string, string[]> = {};
  for (const [field, messages] of Object.entries(problem.fieldErrors ?? {})) {
    const place = field.replace(/^(from|to)\.(assetId|vendorId)$/, '$1.place');
    fieldErrors[place] = [...(fieldErrors[place] ?? []), ...messages];
  }
  return { ...problem, fieldErrors };
}
