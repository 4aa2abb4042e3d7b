import { Text, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { color, type } from '../look';
import { useOutlined } from './outline';

/** A heading keeps company with what it heads: it never ends a page, and neither does its own room part from it. */
export function Heading({ children, space = 18 }: { children: string; space?: number }) {
  const outlined = useOutlined(children);
  return (
    <View wrap={false} style={{ marginTop: space, marginBottom: 6 }} minPresenceAhead={70} {...outlined}>
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
