import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import {
  IconBriefcase,
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
import { agreementLabel } from '~/features/vendors/vendor-labels';
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

/** A place of the diagram: an asset or a vendor to open, or somebody outside; who is not us stands in a dashed frame. */
export function DiagramNode({ data: { node }, positionAbsoluteX, positionAbsoluteY }: NodeProps<PlaceNode>) {
  const showOnFocus = useShowOnFocus();
  const page = node.asset
    ? `/inventory/assets/${node.asset.id}`
    : node.vendor && `/vendors/${node.vendor.id}`;
  const center = { x: positionAbsoluteX + NODE_WIDTH / 2, y: positionAbsoluteY + NODE_HEIGHT / 2 };
  return (
    <>
      <Handle type="target" position={Position.Left} className={styles.handle} isConnectable={false} />
      {page ? (
        <Link
          to={page}
          className={styles.node}
          data-outside={node.asset === null || undefined}
          onFocus={showOnFocus(center)}
        >
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

function NodeText({ node: { asset, vendor, name } }: { node: Diagram['nodes'][number] }) {
  const Icon = asset ? ICONS[asset.kind] : vendor ? IconBriefcase : IconUserShare;
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
            {vendor && <span className="visually-hidden">{t('dataFlows.nodeAgreement')} </span>}
            {vendor ? agreementLabel(vendor.agreement) : (asset?.tag ?? t('dataFlows.nodeOutside'))}
            {asset && <span className="visually-hidden"> {kindLabel(asset.kind)}</span>}
          </span>
        </span>
      </span>
    </>
  );
}
