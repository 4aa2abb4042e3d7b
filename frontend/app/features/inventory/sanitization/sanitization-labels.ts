import type { ItemOf } from '~/api/reply';
import { t } from '~/messages';
import type { Asset } from '../labels';

export type Sanitization = ItemOf<'/api/v1/assets/{id}/sanitizations'>;
type Method = Sanitization['method'];
export type Purpose = Sanitization['purpose'];

export const METHODS: Method[] = ['clear', 'purge', 'destroy', 'not-needed'];
export const methodLabel = (method: Method) => t(`sanitization.method_${method}`);
export const purposeLabel = (purpose: Purpose) => t(`sanitization.purpose_${purpose}`);

const MAY_KEEP_DATA: readonly Asset['kind'][] = ['system', 'device', 'media'];

/** What can keep data may hold some that nobody wrote down. */
export function mayHoldEphi({ kind, holdsEphi }: Pick<Asset, 'kind' | 'holdsEphi'>): boolean {
  return holdsEphi || MAY_KEEP_DATA.includes(kind);
}
