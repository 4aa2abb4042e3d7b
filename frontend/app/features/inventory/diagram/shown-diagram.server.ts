import { only } from '~/api/only';
import type { Reply } from '~/api/reply';
import { shownOfFlow } from '../shown-flow.server';
import type { Diagram } from './place-diagram';

/** Hundreds of places and flows, each with no more than the picture and its table say of it. */
export function shownOfDiagram({
  nodes,
  edges,
  ...counts
}: Reply<'/api/v1/inventory/diagram', 'get'>): Diagram {
  return {
    ...counts,
    nodes: nodes.map(({ id, name, asset, vendor }) => ({
      id,
      name,
      asset: asset && only(asset, 'id', 'tag', 'kind', 'holdsEphi'),
      vendor: vendor && only(vendor, 'id', 'agreement'),
    })),
    edges: edges.map(({ flow, from, to }) => ({ flow: shownOfFlow(flow), from, to })),
  };
}
