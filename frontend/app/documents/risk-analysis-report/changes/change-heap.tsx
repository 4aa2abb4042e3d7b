import { Text, View } from '@react-pdf/renderer';
import { t } from '~/messages';
import { DrawnTable, type DrawnColumn } from '../../drawn/drawn-table';
import { type } from '../../look';
import { Nothing, Paragraph } from '../../parts/headings';

interface ChangeHeapProps<Row> {
  title: string;
  list: { count: number; items: readonly Row[] };
  columns: readonly DrawnColumn<Row>[];
}

/** One heap of changes; nothing of it stands where it is empty. */
export function ChangeHeap<Row>({ title, list, columns }: ChangeHeapProps<Row>) {
  if (list.count === 0) return null;
  const more = list.count - list.items.length;
  return (
    <View style={{ marginTop: 10 }}>
      <View wrap={false} minPresenceAhead={60} style={{ marginBottom: 4 }}>
        <Text style={type.h3}>{title}</Text>
      </View>
      <DrawnTable rows={list.items} columns={columns} />
      {more > 0 && <Nothing>{t('documents.changesMore', { count: more })}</Nothing>}
    </View>
  );
}

/** What is counted and not listed, below the heaps. */
export function Counted({ children }: { children: string }) {
  return (
    <View style={{ marginTop: 8 }}>
      <Paragraph soft>{children}</Paragraph>
    </View>
  );
}
