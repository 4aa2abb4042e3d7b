import '@xyflow/react/dist/base.css';
import {
  Background,
  BackgroundVariant,
  Controls,
  MarkerType,
  Position,
  ReactFlow,
  type Node,
  type ReactFlowInstance,
} from '@xyflow/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { t } from '~/messages';
import { severityOf } from '../flow-labels';
import { DiagramEdge, type FlowEdge } from './diagram-edge';
import { DiagramNode } from './diagram-node';
import styles from './diagram.module.css';
import { canvasHeight, firstView, isOverview } from './first-view';
import { NODE_HEIGHT, NODE_WIDTH, placeDiagram, type Diagram, type PlacedDiagram } from './place-diagram';

const nodeTypes = { place: DiagramNode };
const edgeTypes = { flow: DiagramEdge };
const MARKS = {
  none: 'var(--p-ink-faint)',
  moderate: 'var(--p-warn-ink)',
  high: 'var(--p-bad-ink)',
} as const;
/** Said beforehand: without them every place is drawn once to be measured, also those out of sight. */
const HANDLES = [
  { type: 'target', position: Position.Left, x: 0, y: NODE_HEIGHT / 2, width: 1, height: 1 },
  { type: 'source', position: Position.Right, x: NODE_WIDTH, y: NODE_HEIGHT / 2, width: 1, height: 1 },
] satisfies Node['handles'];
const WHOLE = { padding: { top: '16px', x: '16px', bottom: '56px' }, maxZoom: 1 } as const;
/** Of more, only what is in sight is drawn: the table below leads to all of it. */
const MOST_DRAWN_AT_ONCE = 100;
/** So small that “Show all of it” can keep its word also with hundreds of flows. */
const LEAST_SHOWN = 0.04;
const NARROW = '(max-width: 48em)';
const isNarrow = () => window.matchMedia(NARROW).matches;

/** The diagram, placed and drawn in the browser only; loaded when it is looked at. */
export default function FlowDiagram({ diagram }: { diagram: Diagram }) {
  const canvas = useRef<HTMLDivElement>(null);
  const { placed, failed } = usePlaced(diagram);
  const [height, setHeight] = useState<number>();
  const nodes = useMemo(() => (placed ? nodesOf(diagram, placed) : []), [diagram, placed]);
  const edges = useMemo(() => (placed ? edgesOf(diagram, placed) : []), [diagram, placed]);
  const name = t('dataFlows.diagramName', { nodes: diagram.nodes.length, flows: diagram.edges.length });
  if (failed) return <p className={styles.waiting}>{t('dataFlows.diagramFailed')}</p>;
  if (!placed) return <p className={styles.waiting}>{t('dataFlows.diagramDrawing')}</p>;
  const show = (flow: ReactFlowInstance<Node, FlowEdge>) => {
    const room = sizeOf(canvas.current);
    const places = [...placed.nodes.values()];
    const keeps = isNarrow() || isOverview(places);
    const tall = keeps ? room.height : canvasHeight(placed.size, room.width);
    setHeight(keeps ? undefined : tall);
    void flow.setViewport(firstView(placed.size, { ...room, height: tall }, places));
  };
  return (
    <div ref={canvas} className={styles.canvas} style={{ height: isNarrow() ? undefined : height }}>
      <ReactFlow
        aria-label={name}
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onInit={show}
        onlyRenderVisibleElements={diagram.edges.length > MOST_DRAWN_AT_ONCE}
        minZoom={LEAST_SHOWN}
        maxZoom={2}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        preventScrolling={false}
        zoomOnScroll={false}
        ariaLabelConfig={{
          'controls.ariaLabel': t('dataFlows.controls'),
          'controls.zoomIn.ariaLabel': t('dataFlows.zoomIn'),
          'controls.zoomOut.ariaLabel': t('dataFlows.zoomOut'),
          'controls.fitView.ariaLabel': t('dataFlows.fitView'),
        }}
      >
        <Background variant={BackgroundVariant.Dots} gap={20} size={1} />
        <Controls orientation="horizontal" showInteractive={false} fitViewOptions={WHOLE} />
      </ReactFlow>
    </div>
  );
}

function sizeOf(element: HTMLElement | null): { width: number; height: number } {
  return { width: element?.clientWidth ?? 1000, height: element?.clientHeight ?? 600 };
}

function usePlaced(diagram: Diagram): { placed: PlacedDiagram | null; failed: boolean } {
  const [result, setResult] = useState<{ of: Diagram; placed: PlacedDiagram | null } | null>(null);
  useEffect(() => {
    let current = true;
    const placing = placeDiagram(diagram, isNarrow() ? 'DOWN' : 'RIGHT');
    placing.placed.then(
      (placed) => current && setResult({ of: diagram, placed }),
      () => current && setResult({ of: diagram, placed: null }),
    );
    return () => {
      current = false;
      placing.stop();
    };
  }, [diagram]);
  // Places that were reckoned for another selection are none.
  const mine = result?.of === diagram ? result : null;
  return { placed: mine?.placed ?? null, failed: mine !== null && mine.placed === null };
}

function nodesOf(diagram: Diagram, placed: PlacedDiagram): Node[] {
  return diagram.nodes.map((node) => ({
    id: node.id,
    type: 'place',
    position: placed.nodes.get(node.id) ?? { x: 0, y: 0 },
    width: NODE_WIDTH,
    height: NODE_HEIGHT,
    // “Show all” waits until every place was measured, and those out of sight never are.
    measured: { width: NODE_WIDTH, height: NODE_HEIGHT },
    handles: HANDLES,
    data: { node },
  }));
}

function edgesOf(diagram: Diagram, placed: PlacedDiagram): FlowEdge[] {
  return diagram.edges.map(({ flow, from, to }) => ({
    id: flow.id,
    type: 'flow',
    source: from,
    target: to,
    markerEnd: {
      type: MarkerType.ArrowClosed,
      color: MARKS[severityOf(flow.concerns)],
      width: 14,
      height: 14,
      markerUnits: 'userSpaceOnUse',
    },
    data: { flow, ...(placed.edges.get(flow.id) ?? { points: [], label: { x: 0, y: 0 } }) },
  }));
}
