import type { Api } from '~/api/client.server';
import type { NamedRecord } from '~/ui/form/use-choices';
import { asTyped, placesAmongAssets, vendorChoices } from './named-records.server';

/** Where a flow can begin and end: what a field offers to begin with, and how both ends are named now. */
export interface FlowPlaces {
  choices: NamedRecord[];
  from: string;
  to: string;
}

/** Assets and vendors that fit the words; without words the first ones of both. */
export async function placeChoices(api: Api, q?: string): Promise<NamedRecord[]> {
  const [assets, vendors] = await Promise.all([placesAmongAssets(api, q), vendorChoices(api, q)]);
  return [...assets, ...vendors];
}

/** The ends are ids of assets or vendors, of the flow itself or of the page from which the person comes. */
export async function loadFlowPlaces(
  api: Api,
  ends: { from: string | null; to: string | null },
): Promise<FlowPlaces> {
  const [choices, from, to] = await Promise.all([
    placeChoices(api),
    asTyped(api, ends.from),
    asTyped(api, ends.to),
  ]);
  return { choices, from, to };
}
