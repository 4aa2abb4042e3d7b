import type { AssetFacts } from './asset.js';

export type AssetChangeEvent =
  | 'asset.updated'
  | 'asset.retired'
  | 'asset.returned-to-service'
  | 'asset.disposed'
  | 'asset.disposal-withdrawn';

/** Taking an asset out of use, or back, is told apart from other changes. 45 CFR 164.310(d)(2)(i), (iii) */
export function changeEvent(
  before: Pick<AssetFacts, 'lifecycle'>,
  after: Pick<AssetFacts, 'lifecycle'>,
): AssetChangeEvent {
  if (before.lifecycle === after.lifecycle) return 'asset.updated';
  if (after.lifecycle === 'disposed') return 'asset.disposed';
  if (before.lifecycle === 'disposed') return 'asset.disposal-withdrawn';
  if (after.lifecycle === 'retired') return 'asset.retired';
  return before.lifecycle === 'retired' ? 'asset.returned-to-service' : 'asset.updated';
}
