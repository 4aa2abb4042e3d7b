import { t } from '~/messages';
import type { DocumentFrame } from '../document-frame';
import type { SectionProps } from '../document-part';
import { filled, note, small, strong, type Part } from '../drawn/blocks';
import { DrawnTable } from '../drawn/drawn-table';
import { DocumentSection } from '../parts/document-section';
import { citationsOf, type CitationUse } from './citations';

/** From the words of the rule to the sections that speak of them. */
export function CitationsSection({ report, frame, id, number, title }: SectionProps) {
  return (
    <DocumentSection frame={frame} id={id} number={number} title={title} lead={t('documents.citationsLead')}>
      <DrawnTable
        rows={citationsOf(report)}
        columns={[
          { header: t('documents.citation'), share: 2, cell: whatOf },
          { header: t('documents.citedIn'), share: 3, cell: (row) => [small(whereOf(row, frame))] },
        ]}
      />
    </DocumentSection>
  );
}

function whatOf({ citation, title }: CitationUse): Part[] {
  return filled(strong(citation), title !== null && note(title));
}

function whereOf({ uses }: CitationUse, { sections }: DocumentFrame): string {
  return sections
    .flatMap(({ id, number, title }) => {
      const use = uses.find(({ sectionId }) => sectionId === id);
      return use ? t('documents.citedInSection', { number: String(number), title, count: use.count }) : [];
    })
    .join('; ');
}
