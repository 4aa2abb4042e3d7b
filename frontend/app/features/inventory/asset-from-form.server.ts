import type { paths } from '~/api/schema';
import { checked, optionalText, text } from '~/session/read-form.server';
import type { Asset } from './labels';

type NewAsset = paths['/api/v1/assets']['post']['requestBody']['content']['application/json'];

export const ASSET_BOXES = ['internetFacing', 'portable'] as const;

/** The form as the API takes it. Choices that nobody made stay out, so that the API says what is missing. */
export function assetFromForm(form: FormData): NewAsset {
  const ephi = text(form, 'holdsEphi');
  const count = text(form, 'phiRecordCount').replaceAll(',', '');
  return {
    tag: text(form, 'tag'),
    name: text(form, 'name'),
    kind: text(form, 'kind') as Asset['kind'],
    description: text(form, 'description'),
    lifecycle: (text(form, 'lifecycle') || 'in-service') as Asset['lifecycle'],
    siteId: optionalText(form, 'siteId'),
    location: text(form, 'location'),
    ownerId: optionalText(form, 'ownerId'),
    hosting: text(form, 'hosting') as Asset['hosting'],
    vendorName: text(form, 'vendorName'),
    holdsEphi: (ephi === '' ? undefined : ephi === 'yes') as boolean,
    phiTypes: form.getAll('phiTypes').map(String) as Asset['phiTypes'],
    phiActivities: form.getAll('phiActivities').map(String) as Asset['phiActivities'],
    // What is no number goes on as it is, to be refused at its field.
    phiRecordCount: count === '' ? null : /^\d+$/.test(count) ? Number(count) : (count as unknown as number),
    encryptionAtRest: (text(form, 'encryptionAtRest') || 'unknown') as Asset['encryptionAtRest'],
    encryptionInTransit: (text(form, 'encryptionInTransit') || 'unknown') as Asset['encryptionInTransit'],
    backup: (text(form, 'backup') || 'unknown') as Asset['backup'],
    internetFacing: checked(form, 'internetFacing'),
    portable: checked(form, 'portable'),
    notes: text(form, 'notes'),
  };
}
