import { t } from '~/messages';
import { EmptyState } from '~/ui/feedback/empty-state';
import { ButtonLink } from '~/ui/text/button-link';
import { Section } from '~/ui/text/section';
import { FlowTable } from './flow-table';
import type { ShownFlow } from './flow-labels';

interface RecordFlowsProps {
  flows: { items: ShownFlow[]; nextCursor: string | null };
  words: { title: string; lead: string; emptyTitle: string; empty: string; more: string; add: string };
  /** The form of a new flow from or to this record; null for who may not add one. */
  addAt: string | null;
  /** What narrows the list and the diagram of flows to them. */
  filter: string;
}

/** The data flows that begin or end at one record. */
export function RecordFlows({ flows, words, addAt, filter }: RecordFlowsProps) {
  const add = addAt && (
    <ButtonLink to={addAt} variant="default">
      {words.add}
    </ButtonLink>
  );
  return (
    <Section id="flows" title={words.title} lead={words.lead} flush actions={flows.items.length > 0 && add}>
      <FlowTable
        plain
        caption={words.title}
        flows={flows.items}
        empty={
          <EmptyState title={words.emptyTitle} actions={add}>
            {words.empty}
          </EmptyState>
        }
      />
      {flows.nextCursor && (
        <ButtonLink to={`/inventory/flows?${filter}`} variant="subtle">
          {words.more}
        </ButtonLink>
      )}
      {flows.items.length > 0 && (
        <ButtonLink to={`/inventory/diagram?${filter}`} variant="subtle">
          {t('dataFlows.drawThese')}
        </ButtonLink>
      )}
    </Section>
  );
}
