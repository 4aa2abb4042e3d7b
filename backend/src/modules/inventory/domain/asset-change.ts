import type { AssetFacts } from './asset.js';

export type AssetChangeEvent = 'asset.updated' | 'asset.retired' | 'asset.returned-to-service';

/** Taking an asset out of use, or back, is told apart from other changes. 45 CFR 164.310(d)(2)(i), (iii) */
export function changeEvent(
  before: Pick<AssetFacts, 'lifecycle'>,
  after: Pick<AssetFacts, 'lifecycle'>,
): AssetChangeEvent {
  if (before.lifecycle === after.lifecycle) return 'asset.updated';
  if (after.lifecycle === 'retired') return 'asset.retired';
  return before.lifecycle === 'retired' ? 'asset.returned-to-service' : 'asset.updated';
}
