import { t } from '~/messages';
import type { ReportFinding } from '../assessment-report';
import { filled, label, note, small, strong, type Part } from '../drawn/blocks';
import { drawnStanding } from '../drawn/drawn-standing';
import { DrawnTable } from '../drawn/drawn-table';
import { DocumentSection } from '../parts/document-section';
import { Nothing } from '../parts/headings';
import { word } from '../words';
import type { SectionProps } from '../document-part';

export function FindingsSection({ report, frame, id, number, title }: SectionProps) {
  return (
    <DocumentSection frame={frame} id={id} number={number} title={title} lead={t('documents.findingsLead')}>
      {report.findings.length === 0 ? (
        <Nothing>{t('documents.noFindings')}</Nothing>
      ) : (
        <DrawnTable
          rows={report.findings}
          columns={[
            { header: t('documents.finding'), cell: aboutFinding },
            {
              header: t('documents.standing'),
              width: 92,
              cell: ({ standing }) => [drawnStanding(standing)],
            },
            { header: t('documents.source'), width: 60, cell: ({ source }) => word('findingSource', source) },
            { header: t('documents.status'), width: 52, cell: ({ status }) => word('findingStatus', status) },
          ]}
        />
      )}
    </DocumentSection>
  );
}

function aboutFinding({ title, citations, detail, statusReason }: ReportFinding): Part[] {
  return filled(
    strong(title),
    citations.length > 0 && label(citations.join(', ')),
    detail && small(detail),
    statusReason && note(`${t('documents.reason')}: ${statusReason}`, { gap: 2 }),
  );
}
