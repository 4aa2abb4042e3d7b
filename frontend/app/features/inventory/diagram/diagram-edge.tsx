import { BaseEdge, EdgeLabelRenderer, type Edge, type EdgeProps } from '@xyflow/react';
import { IconAlertTriangle, IconEye } from '@tabler/icons-react';
import { Link } from 'react-router';
import { t } from '~/messages';
import { concernLabel, severityOf, type ShownFlow } from '../flow-labels';
import styles from './diagram.module.css';
import { LABEL_HEIGHT, LABEL_WIDTH, type Point } from './place-diagram';
import { useShowOnFocus } from './use-show-on-focus';

export type FlowEdge = Edge<{ flow: ShownFlow; points: Point[]; label: Point }, 'flow'>;

/** An arrow with its name; what stands out does so by colour, by the line and by words. */
export function DiagramEdge({ id, data, markerEnd }: EdgeProps<FlowEdge>) {
  const showOnFocus = useShowOnFocus();
  if (!data) return null;
  const { flow, points, label } = data;
  const severity = severityOf(flow.concerns);
  const worst = flow.concerns.find((concern) => concern.severity === 'high') ?? flow.concerns[0];
  const state = worst ? concernLabel(worst.kind) : t('dataFlows.stateFine');
  const name = t('dataFlows.openFlow', { name: flow.name, from: flow.from.name, to: flow.to.name, state });
  return (
    <>
      <BaseEdge
        id={id}
        path={pathOf(points)}
        markerEnd={markerEnd}
        className={styles.edge}
        data-severity={severity}
      />
      <EdgeLabelRenderer>
        <Link
          to={`/inventory/flows/${flow.id}`}
          className={`${styles.label} nodrag nopan`}
          data-severity={severity}
          aria-label={name}
          onFocus={showOnFocus({ x: label.x + LABEL_WIDTH / 2, y: label.y + LABEL_HEIGHT / 2 })}
          style={{
            transform: `translate(${label.x}px, ${label.y}px)`,
            width: LABEL_WIDTH,
            height: LABEL_HEIGHT,
          }}
        >
          <span className={styles.labelName}>{flow.name}</span>
          {worst && (
            <span className={styles.labelState}>
              {severity === 'high' ? (
                <IconAlertTriangle size={12} aria-hidden />
              ) : (
                <IconEye size={12} aria-hidden />
              )}
              {state}
              {flow.concerns.length > 1 && ` +${flow.concerns.length - 1}`}
            </span>
          )}
        </Link>
      </EdgeLabelRenderer>
    </>
  );
}

const RADIUS = 6;

/** The bends of the arrow as a path with soft corners. */
export function pathOf(points: Point[]): string {
  return points
    .map((point, index) => {
      const [before, after] = [points[index - 1], points[index + 1]];
      if (!before) return `M ${point.x} ${point.y}`;
      if (!after) return `L ${point.x} ${point.y}`;
      const start = towards(point, before);
      const end = towards(point, after);
      return `L ${start.x} ${start.y} Q ${point.x} ${point.y} ${end.x} ${end.y}`;
    })
    .join(' ');
}

function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const step = Math.min(RADIUS, length / 2);
  return { x: from.x + ((to.x - from.x) / length) * step, y: from.y + ((to.y - from.y) / length) * step };
}
