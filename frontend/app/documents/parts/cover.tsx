import { Page, Text, View } from '@react-pdf/renderer';
import { kindLabel } from '~/features/organization/kinds';
import { t } from '~/messages';
import type { AssessmentReport } from '../assessment-report';
import type { DocumentFrame } from '../document-frame';
import { serifFor } from '../fonts';
import { day, moment } from '../format';
import { color, margin, portrait, type } from '../look';
import { word } from '../words';
import type { ChromeProps } from './document-page';
import { Facts, type Fact } from './facts';
import { RunningFoot } from './running';

interface CoverProps {
  report: AssessmentReport;
  frame: DocumentFrame;
  basis: string;
}

export function Cover({ report, frame, basis }: CoverProps) {
  const { organization, assessment } = report;
  // Called as a plain function, as on every other page: only a layout knows how many pages there are.
  const layout = ({ pageNumber = 0, totalPages = 0, children }: ChromeProps) => (
    <View style={{ flexGrow: 1 }}>
      <View style={{ flexGrow: 1, flexShrink: 1, flexBasis: 0 }}>{children}</View>
      <Text style={{ ...type.label, marginTop: 26 }}>
        {`${t('documents.confidential')}  ${t('documents.recordId')} ${assessment.id}`}
      </Text>
      <RunningFoot frame={frame} page={pageNumber} total={totalPages} width={portrait.width} />
    </View>
  );
  return (
    <Page
      size="LETTER"
      experimentalPagination
      layout={layout}
      bookmark={{ title: frame.documentTitle }}
      style={{ ...type.body, paddingHorizontal: margin.x, paddingTop: 54, paddingBottom: margin.bottom }}
    >
      <View
        style={{
          flexDirection: 'row',
          justifyContent: 'space-between',
          borderTop: `3 solid ${color.deep}`,
          paddingTop: 10,
        }}
      >
        <Text style={{ ...type.h3, flexShrink: 1 }}>{organization.name}</Text>
        <Text style={{ ...type.note, paddingLeft: 12 }}>{kindLabel(organization.kind)}</Text>
      </View>
      <View style={{ marginTop: 118 }}>
        <Text style={type.title}>{frame.documentTitle}</Text>
        <Text
          style={{
            ...type.lead,
            fontFamily: serifFor(assessment.title),
            fontSize: 15,
            lineHeight: 1.35,
            color: color.soft,
            marginTop: 10,
            maxWidth: 430,
          }}
        >
          {assessment.title}
        </Text>
        <Text style={{ ...type.note, marginTop: 14 }}>{basis}</Text>
      </View>
      <View style={{ flexGrow: 1 }} />
      <Standing report={report} />
      <View style={{ marginTop: 18, paddingTop: 12, borderTop: `0.5 solid ${color.line}` }}>
        <Facts facts={coverFacts(report)} columns={3} />
      </View>
    </Page>
  );
}

/** Signed or not: the first thing a reader has to know. */
function Standing({ report: { signOff, assessment, organization } }: { report: AssessmentReport }) {
  if (!signOff) {
    const withdrawn = assessment.status === 'withdrawn';
    return (
      <View style={{ border: `1.25 solid ${color.bad}`, padding: 12 }}>
        <Text style={{ ...type.h2, color: color.bad }}>
          {t(withdrawn ? 'documents.withdrawnTitle' : 'documents.draftTitle')}
        </Text>
        <Text style={{ ...type.small, marginTop: 3 }}>
          {t(withdrawn ? 'documents.withdrawnText' : 'documents.draftText')}
        </Text>
        {assessment.withdrawn && (
          <Text style={{ ...type.small, marginTop: 6 }}>
            {t('documents.withdrawnBy', {
              person: assessment.withdrawn.by,
              at: moment(assessment.withdrawn.at, organization.timeZone),
              reason: assessment.withdrawn.reason,
            })}
          </Text>
        )}
      </View>
    );
  }
  return (
    <View style={{ backgroundColor: color.sunken, borderLeft: `3 solid ${color.deep}`, padding: 12 }}>
      <Text style={type.h2}>{t('documents.signedOn', { date: day(signOff.approvedOn) })}</Text>
      <Text style={{ ...type.small, marginTop: 3 }}>
        {t('documents.signedText', { approver: signOff.approvedBy })}
      </Text>
      <Text style={{ ...type.label, marginTop: 8 }}>{t('documents.fingerprint')}</Text>
      <Text style={{ ...type.hash, fontSize: 8.5, lineHeight: 1.4 }}>{signOff.contentHash}</Text>
    </View>
  );
}

function coverFacts({ assessment, organization, signOff, generatedAt }: AssessmentReport): Fact[] {
  const at = (value: string | null) => value && moment(value, organization.timeZone);
  return [
    [t('documents.preparedBy'), assessment.preparedBy],
    [t('documents.submittedBy'), assessment.submittedBy],
    [t('documents.approvedBy'), signOff?.approvedBy],
    [t('documents.startedOn'), day(assessment.startedOn)],
    [t('documents.submittedAt'), at(assessment.submittedAt)],
    [t('documents.approvedAt'), at(signOff?.approvedAt ?? null)],
    [t('documents.status'), word('status', assessment.status)],
    [t('documents.previous'), assessment.previousTitle],
    [t('documents.generatedAt'), at(generatedAt)],
  ];
}
