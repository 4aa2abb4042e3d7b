import { z } from 'zod';
import { typedId, uuidOf, type IdKind } from '../../platform/kernel/typed-id.js';
import { ID_PREFIX } from '../../platform/kernel/typed-id.js';
import { REVIEWED_TYPES, type ReviewedType } from './domain/record-kinds.js';

const ID_KIND = {
  asset: 'asset',
  'data-flow': 'dataFlow',
  vendor: 'vendor',
  risk: 'risk',
} as const satisfies Record<ReviewedType, IdKind>;

const prefixOf = (type: ReviewedType): string => ID_PREFIX[ID_KIND[type]];
const PATTERN = new RegExp(`^(${REVIEWED_TYPES.map(prefixOf).join('|')})_[0-9a-f]{32}$`);

export interface RecordRef {
  type: ReviewedType;
  id: string;
}

/** An id of any of the types, as it comes in: what it begins with says which. */
export const recordIdIn = z
  .string()
  .regex(PATTERN, 'This is not an id of a record that is reviewed.')
  .transform((text): RecordRef => ({
    type: REVIEWED_TYPES.find((type) => text.startsWith(`${prefixOf(type)}_`))!,
    id: uuidOf(text),
  }));

export const recordIdOut = z.string().regex(PATTERN);

export function recordIdOf({ type, id }: RecordRef): string {
  return typedId(ID_KIND[type], id);
}
