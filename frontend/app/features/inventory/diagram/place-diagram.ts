import ELK, { type ELK as ELKInstance, type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk-api.js';
import elkWorker from 'elkjs/lib/elk-worker.min.js?url';
import type { Reply } from '~/api/reply';

export type Diagram = Reply<'/api/v1/inventory/diagram', 'get'>;

export interface Point {
  x: number;
  y: number;
}

/** Where everything goes: the top left corner of each node, the bends of each arrow, the corner of its label. */
export interface PlacedDiagram {
  nodes: Map<string, Point>;
  edges: Map<string, { points: Point[]; label: Point }>;
  size: { width: number; height: number };
}

export const NODE_WIDTH = 176;
export const NODE_HEIGHT = 88;
export const LABEL_WIDTH = 138;
export const LABEL_HEIGHT = 76;

/**
 * Places the diagram by itself: in layers along the way of the data, arrows around the nodes, labels beside each other.
 * In a worker of its own, since hundreds of nodes take seconds; the page stays usable, and ending it ends the work.
 */
export function placeDiagram(diagram: Diagram, direction: 'RIGHT' | 'DOWN'): Placing {
  const worker = new Worker(elkWorker);
  const failed = new Promise<never>((_resolve, reject) => {
    worker.addEventListener('error', () => reject(new Error('the worker that places the diagram failed')));
  });
  const elk = new ELK({ workerFactory: () => worker });
  const stop = () => worker.terminate();
  return { placed: Promise.race([layOut(elk, diagram, direction), failed]).finally(stop), stop };
}

export interface Placing {
  placed: Promise<PlacedDiagram>;
  stop: () => void;
}

async function layOut(
  elk: ELKInstance,
  diagram: Diagram,
  direction: 'RIGHT' | 'DOWN',
): Promise<PlacedDiagram> {
  const graph = await elk.layout<ElkNode>({
    id: 'diagram',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': direction,
      'elk.edgeRouting': 'ORTHOGONAL',
      'elk.spacing.nodeNode': '30',
      'elk.spacing.edgeNode': '20',
      'elk.layered.spacing.nodeNodeBetweenLayers': '20',
      'elk.layered.spacing.edgeNodeBetweenLayers': '10',
      'elk.spacing.componentComponent': '40',
      // Parts that do not touch stand below each other rather than out of sight on the right, on a phone all of them.
      'elk.aspectRatio': direction === 'RIGHT' ? '0.8' : '0.4',
      'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
    },
    children: diagram.nodes.map(({ id }) => ({ id, width: NODE_WIDTH, height: NODE_HEIGHT })),
    edges: diagram.edges.map(({ flow, from, to }) => ({
      id: flow.id,
      sources: [from],
      targets: [to],
      labels: [{ id: `label-${flow.id}`, text: flow.name, width: LABEL_WIDTH, height: LABEL_HEIGHT }],
    })),
  });
  return {
    nodes: new Map((graph.children ?? []).map(({ id, x = 0, y = 0 }) => [id, { x, y }])),
    edges: new Map((graph.edges ?? []).map((edge) => [edge.id, placedEdge(edge)])),
    size: { width: graph.width ?? 1, height: graph.height ?? 1 },
  };
}

function placedEdge(edge: ElkExtendedEdge): { points: Point[]; label: Point } {
  const section = edge.sections?.[0];
  const points = section ? [section.startPoint, ...(section.bendPoints ?? []), section.endPoint] : [];
  const label = edge.labels?.[0];
  return { points, label: { x: label?.x ?? points[0]?.x ?? 0, y: label?.y ?? points[0]?.y ?? 0 } };
}
