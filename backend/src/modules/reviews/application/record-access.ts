import type { Permission } from '../../../platform/access/route-access.js';
import { currentContext } from '../../../platform/context/request-context.js';
import { REVIEWED_TYPES, type ReviewedType } from '../domain/record-kinds.js';

/** Whoever may change a record may review it, and whoever may read it may read what was said of it. */
const NEEDED: Readonly<Record<ReviewedType, { read: Permission; write: Permission }>> = {
  asset: { read: 'asset:read', write: 'asset:write' },
  'data-flow': { read: 'data-flow:read', write: 'data-flow:write' },
  vendor: { read: 'vendor:read', write: 'vendor:write' },
  risk: { read: 'risk:read', write: 'risk:write' },
};

export function readableTypes(): ReviewedType[] {
  const { permissions } = currentContext();
  return REVIEWED_TYPES.filter((type) => permissions.has(NEEDED[type].read));
}

export function mayReview(type: ReviewedType): boolean {
  const { permissions } = currentContext();
  return permissions.has('review:write') && permissions.has(NEEDED[type].write);
}
