import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import {
  IconBuilding,
  IconDatabase,
  IconDeviceDesktop,
  IconDisc,
  IconServer2,
  IconUserCog,
  IconUserShare,
  IconWorldWww,
} from '@tabler/icons-react';
import { Link } from 'react-router';
import { t } from '~/messages';
import { kindLabel } from '../labels';
import styles from './diagram.module.css';
import { NODE_HEIGHT, NODE_WIDTH, type Diagram } from './place-diagram';
import { useShowOnFocus } from './use-show-on-focus';

type PlaceNode = Node<{ node: Diagram['nodes'][number] }, 'place'>;

const ICONS = {
  system: IconServer2,
  application: IconWorldWww,
  device: IconDeviceDesktop,
  media: IconDisc,
  facility: IconBuilding,
  process: IconUserCog,
} as const;

/** A place of the diagram: an asset to open, or somebody outside in a dashed frame. */
export function DiagramNode({ data: { node }, positionAbsoluteX, positionAbsoluteY }: NodeProps<PlaceNode>) {
  const showOnFocus = useShowOnFocus();
  const center = { x: positionAbsoluteX + NODE_WIDTH / 2, y: positionAbsoluteY + NODE_HEIGHT / 2 };
  return (
    <>
      <Handle type="target" position={Position.Left} className={styles.handle} isConnectable={false} />
      {node.asset ? (
        <Link to={`/inventory/assets/${node.asset.id}`} className={styles.node} onFocus={showOnFocus(center)}>
          <NodeText node={node} />
        </Link>
      ) : (
        <div className={styles.node} data-outside>
          <NodeText node={node} />
        </div>
      )}
      <Handle type="source" position={Position.Right} className={styles.handle} isConnectable={false} />
    </>
  );
}

function NodeText({ node: { asset, name } }: { node: Diagram['nodes'][number] }) {
  const Icon = asset ? ICONS[asset.kind] : IconUserShare;
  return (
    <>
      <Icon size={18} stroke={1.6} aria-hidden className={styles.nodeIcon} />
      <span className={styles.nodeText}>
        <span className={styles.nodeName}>{name}</span>
        <span className={styles.nodeKind}>
          {asset?.holdsEphi && (
            <span className={styles.ephi}>
              <IconDatabase size={13} aria-hidden />
              <span className="visually-hidden">{t('dataFlows.legendEphi')}</span>
            </span>
          )}
          <span className={styles.nodeTag}>
            {asset?.tag ?? t('dataFlows.nodeOutside')}
            {asset && <span className="visually-hidden"> {kindLabel(asset.kind)}</span>}
          </span>
        </span>
      </span>
    </>
  );
}
