import { t } from '~/messages';
import type { SectionProps } from '../document-part';
import { filled, note, small, strong, type Part } from '../drawn/blocks';
import { DrawnTable } from '../drawn/drawn-table';
import { DocumentSection } from '../parts/document-section';
import { Nothing } from '../parts/headings';
import { list } from '../words';
import { peopleOf, type PersonOfReport } from './people';

/** Who did the analysis, who decided, and who answers for what follows from it. */
export function PeopleSection({ report, frame, id, number, title }: SectionProps) {
  return (
    <DocumentSection frame={frame} id={id} number={number} title={title} lead={t('documents.peopleLead')}>
      <DrawnTable
        rows={peopleOf(report)}
        columns={[
          { header: t('documents.person'), share: 2, cell: whoOf },
          { header: t('documents.partTaken'), share: 3, cell: deedsOf },
          { header: t('documents.answersFor'), share: 2, cell: dutiesOf },
        ]}
      />
      {report.people === undefined && <Nothing>{t('documents.rolesNotTold')}</Nothing>}
    </DocumentSection>
  );
}

function whoOf({ name, roles }: PersonOfReport): Part[] {
  return filled(strong(name), roles.length > 0 && note(list('role', roles)));
}

function deedsOf({ deeds }: PersonOfReport): Part[] {
  return deeds.map(({ deed, count }) => small(t(`documents.deed_${deed}`, { count })));
}

function dutiesOf({ duties }: PersonOfReport): Part[] {
  return duties.map(({ duty, count }) => small(t(`documents.duty_${duty}`, { count })));
}
