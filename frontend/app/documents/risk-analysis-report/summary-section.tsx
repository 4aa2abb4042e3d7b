import { Text, View } from '@react-pdf/renderer';
import { riskNumber } from '~/features/risks/words';
import { t } from '~/messages';
import type { ReportRisk, Scale } from '../assessment-report';
import { serifFor } from '../fonts';
import { dayIn } from '../format';
import { portrait, type } from '../look';
import { DocumentSection } from '../parts/document-section';
import { Heading, Nothing, Paragraph } from '../parts/headings';
import { LevelTag } from '../parts/level';
import { LevelBars } from '../parts/level-bars';
import { StatRow } from '../parts/stat-row';
import { Table } from '../parts/table';
import { word } from '../words';
import type { SectionProps } from '../document-part';
import { keyFigures, whatIsOpen } from './summary-facts';

/** As many as leave the summary on one page; the register has them all. */
const TOP = 5;
/** Lines of what is still open that leave room for as many. */
const LINES_BESIDE_TOP = 5;
const CLOSE = 14;
/** Five of these fit on a page in any letters; longer ones may part. */
const SHORT_TITLE = 120;

export function SummarySection({ report, frame, id, number, title }: SectionProps) {
  const open = whatIsOpen(report, dayIn(report.generatedAt, frame.timeZone));
  const top = report.risks.slice(0, TOP - Math.max(0, rowsOf(open) - LINES_BESIDE_TOP));
  const lead = t('documents.summaryLead', { organization: report.organization.name });
  return (
    <DocumentSection frame={frame} id={id} number={number} title={title}>
      <Text style={{ ...type.lead, fontFamily: serifFor(lead), marginBottom: 12, maxWidth: 470 }}>
        {lead}
      </Text>
      <StatRow stats={keyFigures(report)} />
      <Heading space={CLOSE}>{t('documents.levelsTitle')}</Heading>
      <LevelBars scale={report.assessment.scale} risks={report.risks} />
      <Heading space={CLOSE}>{t('documents.leftOpen')}</Heading>
      {open.length === 0 ? <Paragraph>{t('documents.leftOpenNothing')}</Paragraph> : <Bullets lines={open} />}
      {/* Where they do not fit below the rest they go over together: one row alone on a page reads like a mistake. */}
      <View wrap={top.some((risk) => risk.title.length > SHORT_TITLE)}>
        <Heading space={CLOSE}>{t('documents.topRisks')}</Heading>
        <TopRisks scale={report.assessment.scale} risks={top} />
      </View>
    </DocumentSection>
  );
}

const LINES_IN_ONE_COLUMN = 4;
const BULLET = 12;

function rowsOf(lines: readonly string[]): number {
  return Math.ceil(lines.length / (lines.length > LINES_IN_ONE_COLUMN ? 2 : 1));
}

/** A long list goes in two columns: in one, an unfinished analysis would push its highest risks off the page. */
function Bullets({ lines }: { lines: readonly string[] }) {
  const rows = rowsOf(lines);
  const columns = [lines.slice(0, rows), lines.slice(rows)].filter(({ length }) => length > 0);
  return (
    <View style={{ flexDirection: 'row' }}>
      {columns.map((column, index) => (
        <View key={index} style={{ width: portrait.width / columns.length, paddingRight: 10 }}>
          {column.map((line) => (
            <View key={line} style={{ flexDirection: 'row', marginBottom: 2 }}>
              <Text style={{ ...type.body, width: BULLET }}>{'\u2022'}</Text>
              <Text style={{ ...type.body, flexShrink: 1 }}>{line}</Text>
            </View>
          ))}
        </View>
      ))}
    </View>
  );
}

/** The register stands ordered by what is left after the safeguards, the highest first. */
function TopRisks({ scale, risks }: { scale: Scale; risks: readonly ReportRisk[] }) {
  if (risks.length === 0) return <Nothing>{t('documents.noRisks')}</Nothing>;
  const level = (rating: { level: string } | null) =>
    rating ? <LevelTag scale={scale} level={rating.level} /> : t('risks.unrated');
  return (
    <Table
      rows={risks}
      columns={[
        { header: '', width: 34, cell: (risk) => riskNumber(risk.number) },
        { header: t('documents.risk'), share: 3, cell: (risk) => risk.title },
        { header: t('documents.before'), width: 70, cell: (risk) => level(risk.inherent) },
        { header: t('documents.after'), width: 70, cell: (risk) => level(risk.residual) },
        {
          header: t('documents.treatment'),
          width: 62,
          cell: (risk) => (risk.treatment ? word('treatment', risk.treatment) : t('documents.notDecided')),
        },
        { header: t('documents.owner'), width: 78, cell: (risk) => risk.ownerName ?? t('documents.noOwner') },
      ]}
    />
  );
}
