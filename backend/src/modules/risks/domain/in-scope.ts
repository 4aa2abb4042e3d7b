/** Of a data flow, where it begins and ends: an asset of ours, or a party outside. */
interface FlowEnds {
  from: { assetId: string | null };
  to: { assetId: string | null };
}

/** A flow is looked at unless one of its ends was left out of the analysis. */
export function flowsInScope<F extends FlowEnds>(
  flows: readonly F[],
  excludedAssets: ReadonlySet<string>,
): F[] {
  return flows.filter(
    ({ from, to }) => ![from.assetId, to.assetId].some((id) => id !== null && excludedAssets.has(id)),
  );
}

/** What was disposed of is gone, and its ePHI with it. */
export function assetsInScope<A extends { id: string; lifecycle: string }>(
  assets: readonly A[],
  excludedAssets: ReadonlySet<string>,
): A[] {
  return assets.filter(({ id, lifecycle }) => lifecycle !== 'disposed' && !excludedAssets.has(id));
}
