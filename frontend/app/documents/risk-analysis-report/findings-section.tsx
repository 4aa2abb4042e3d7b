import { Text, View } from '@react-pdf/renderer';
import { t } from '~/messages';
import type { ReportFinding } from '../assessment-report';
import { color, type } from '../look';
import { DocumentPage } from '../parts/document-page';
import { Nothing, SectionHeading } from '../parts/headings';
import { StandingMark } from '../parts/standing-mark';
import { Table } from '../parts/table';
import { word } from '../words';
import type { SectionProps } from './section';

export function FindingsSection({ report, frame, id, number, title }: SectionProps) {
  return (
    <DocumentPage frame={frame} id={id} title={title}>
      <SectionHeading number={number} title={title} lead={t('documents.findingsLead')} />
      {report.findings.length === 0 ? (
        <Nothing>{t('documents.noFindings')}</Nothing>
      ) : (
        <Table
          rows={report.findings}
          long={(finding) => finding.detail.length + finding.statusReason.length > 1600}
          columns={[
            {
              header: t('documents.finding'),
              share: 3,
              cell: (finding) => <FindingText finding={finding} />,
            },
            {
              header: t('documents.standing'),
              width: 92,
              cell: (finding) => <StandingMark standing={finding.standing} />,
            },
            { header: t('documents.citation'), width: 108, cell: (finding) => finding.citations.join('\n') },
            {
              header: t('documents.source'),
              width: 62,
              cell: (finding) => word('findingSource', finding.source),
            },
            {
              header: t('documents.status'),
              width: 52,
              cell: (finding) => word('findingStatus', finding.status),
            },
          ]}
        />
      )}
    </DocumentPage>
  );
}

function FindingText({ finding }: { finding: ReportFinding }) {
  return (
    <View>
      <Text style={{ ...type.small, ...type.strong }}>{finding.title}</Text>
      {finding.detail && <Text style={type.small}>{finding.detail}</Text>}
      {finding.statusReason && (
        <Text
          style={{ ...type.note, marginTop: 2, color: color.soft }}
        >{`${t('documents.reason')}: ${finding.statusReason}`}</Text>
      )}
    </View>
  );
}
