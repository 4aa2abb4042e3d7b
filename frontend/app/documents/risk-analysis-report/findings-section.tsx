import { Text } from '@react-pdf/renderer';
import { t } from '~/messages';
import type { ReportFinding } from '../assessment-report';
import type { SectionProps } from '../document-part';
import { filled, label, note, small, strong, type Part } from '../drawn/blocks';
import { drawnStanding } from '../drawn/drawn-standing';
import { DrawnTable } from '../drawn/drawn-table';
import { number as grouped } from '../format';
import { type } from '../look';
import { DocumentSection } from '../parts/document-section';
import { Heading, Nothing } from '../parts/headings';
import { Table, type TableColumn } from '../parts/table';
import { word } from '../words';
import {
  citationCounts,
  findingsBySection,
  type FoundBySection,
  type LocatedFinding,
} from './findings-by-section';

const STANDINGS = ['gap', 'unknown', 'partial'] as const;
const STATUSES = ['open', 'dismissed', 'resolved'] as const;

export function FindingsSection({ report, frame, id, number, title }: SectionProps) {
  const groups = findingsBySection(report);
  return (
    <DocumentSection frame={frame} id={id} number={number} title={title} lead={t('documents.findingsLead')}>
      {groups.length === 0 && <Nothing>{t('documents.noFindings')}</Nothing>}
      {groups.length > 0 && <Counts groups={groups} all={report.findings} />}
      {groups.map((group) => (
        <Group key={group.sectionId ?? ''} group={group} />
      ))}
    </DocumentSection>
  );
}

function titleOf({ sectionId, title }: FoundBySection): string {
  return sectionId === null ? t('documents.foundElsewhere') : `${sectionId}  ${title}`;
}

interface Line {
  title: string;
  findings: readonly ReportFinding[];
}

/** Each section with its findings by state and by what became of them. */
function Counts({ groups, all }: { groups: readonly FoundBySection[]; all: readonly ReportFinding[] }) {
  const lines: Line[] = groups.map((group) => ({ title: titleOf(group), findings: group.findings }));
  const counted = (
    header: string,
    width: number,
    of: (finding: ReportFinding) => boolean,
  ): TableColumn<Line> => ({
    header,
    width,
    align: 'right',
    cell: ({ findings }) => grouped(findings.filter(of).length),
  });
  return (
    <Table
      rows={[...lines, { title: t('documents.total'), findings: all }]}
      strongFirst
      columns={[
        { header: t('documents.foundIn'), cell: (line) => line.title },
        ...STANDINGS.map((standing) =>
          counted(word('standing', standing), 46, (finding) => finding.standing === standing),
        ),
        ...STATUSES.map((status) =>
          counted(word('findingStatus', status), 48, (finding) => finding.status === status),
        ),
      ]}
    />
  );
}

function Group({ group }: { group: FoundBySection }) {
  const citations = citationCounts(group.findings).map(([citation, count]) =>
    count === 1 ? citation : t('documents.citedTimes', { citation, count }),
  );
  return (
    <>
      <Heading>{titleOf(group)}</Heading>
      {citations.length > 0 && (
        <Text style={{ ...type.note, marginBottom: 8, maxWidth: 470 }}>{citations.join('; ')}</Text>
      )}
      <DrawnTable
        rows={group.findings}
        columns={[
          { header: t('documents.finding'), cell: aboutFinding },
          { header: t('documents.standing'), width: 92, cell: ({ standing }) => [drawnStanding(standing)] },
          { header: t('documents.source'), width: 72, cell: sourceOf },
          { header: t('documents.status'), width: 52, cell: ({ status }) => word('findingStatus', status) },
        ]}
      />
    </>
  );
}

function sourceOf({ source, questionId }: LocatedFinding): Part[] {
  return filled(small(word('findingSource', source)), questionId !== null && note(questionId));
}

function aboutFinding({ title, citations, detail, statusReason }: LocatedFinding): Part[] {
  return filled(
    strong(title),
    citations.length > 0 && label(citations.join(', ')),
    detail && small(detail),
    statusReason && note(`${t('documents.reason')}: ${statusReason}`, { gap: 2 }),
  );
}
