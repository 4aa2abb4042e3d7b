import { Text, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { t } from '~/messages';
import { color, type } from '../look';

/** Heads a section; the number is the one of the contents. */
export function SectionHeading({ number, title, lead }: { number?: number; title: string; lead?: string }) {
  return (
    <View style={{ marginBottom: 16 }} minPresenceAhead={80}>
      {number !== undefined && (
        <Text style={{ ...type.label, color: color.accent }}>{t('documents.sectionNumber', { number })}</Text>
      )}
      <Text style={type.h1}>{title}</Text>
      {lead && <Text style={{ ...type.body, color: color.soft, marginTop: 5, maxWidth: 460 }}>{lead}</Text>}
    </View>
  );
}

/** An entry of the reader's outline; the package draws it on any element, its types know it on pages only. */
export function bookmarked(title: string): object {
  return { bookmark: { title } };
}

/** A heading keeps company with what it heads: it never ends a page. */
export function Heading({ children, space = 18 }: { children: string; space?: number }) {
  return (
    <View style={{ marginTop: space, marginBottom: 6 }} minPresenceAhead={70} {...bookmarked(children)}>
      <Text style={type.h2}>{children}</Text>
    </View>
  );
}

export function Paragraph({ children, soft }: { children: ReactNode; soft?: boolean }) {
  return (
    <Text style={{ ...type.body, maxWidth: 470, marginBottom: 6, ...(soft ? { color: color.soft } : {}) }}>
      {children}
    </Text>
  );
}

/** Where there is nothing to list, the document says that there is nothing. */
export function Nothing({ children }: { children: string }) {
  return <Text style={{ ...type.body, color: color.faint, marginBottom: 6 }}>{children}</Text>;
}
