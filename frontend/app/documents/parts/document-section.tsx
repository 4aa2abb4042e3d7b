import { Text, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { t } from '~/messages';
import type { DocumentFrame } from '../document-frame';
import { color, type } from '../look';
import { OutlineParent, outlined } from './outline';
import { PageMark } from './page-mark';

interface DocumentSectionProps {
  frame: DocumentFrame;
  /** Names the section in the contents, in links and in the outline. */
  id: string;
  /** The one of the contents. */
  number: number;
  title: string;
  lead?: string;
  children: ReactNode;
}

/** How much of a section has to stand below its heading. */
const PRESENCE = 80;

/**
 * A section of a document. It stands flat among the others of its pages: in a box of its own, the package would lose
 * count of the page on which a heading that was moved to the next one begins.
 */
export function DocumentSection({ frame, id, number, title, lead, children }: DocumentSectionProps) {
  return (
    <OutlineParent value={id}>
      <View
        id={id}
        wrap={false}
        style={{ marginBottom: 16 }}
        minPresenceAhead={PRESENCE}
        {...outlined({ title, expanded: true, ref: id })}
      >
        <PageMark frame={frame} id={id} edge="first" />
        <Text style={{ ...type.label, color: color.accent }}>{t('documents.sectionNumber', { number })}</Text>
        <Text style={type.h1}>{title}</Text>
        {lead && <Text style={{ ...type.body, color: color.soft, marginTop: 5, maxWidth: 460 }}>{lead}</Text>}
      </View>
      {children}
      <PageMark frame={frame} id={id} edge="last" />
    </OutlineParent>
  );
}
