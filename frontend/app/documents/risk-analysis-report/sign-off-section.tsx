import { Text, View } from '@react-pdf/renderer';
import { t } from '~/messages';
import { day, moment } from '../format';
import { serifFor } from '../fonts';
import { color, type } from '../look';
import { DocumentSection } from '../parts/document-section';
import { Facts } from '../parts/facts';
import { Heading, Nothing, Paragraph } from '../parts/headings';
import type { AssessmentReport } from '../assessment-report';
import type { SectionProps } from '../document-part';

export function SignOffSection({ report, frame, id, number, title }: SectionProps) {
  return (
    <DocumentSection frame={frame} id={id} number={number} title={title} lead={t('documents.signOffLead')}>
      {report.signOff ? (
        <Signed signOff={report.signOff} timeZone={frame.timeZone} />
      ) : (
        <Nothing>{t('documents.notSigned')}</Nothing>
      )}
    </DocumentSection>
  );
}

interface SignedProps {
  signOff: NonNullable<AssessmentReport['signOff']>;
  timeZone: string;
}

function Signed({ signOff, timeZone }: SignedProps) {
  return (
    <View>
      <View
        style={{ borderLeft: `3 solid ${color.deep}`, paddingLeft: 14, paddingVertical: 4, marginBottom: 18 }}
      >
        <Text style={type.label}>{t('documents.statement')}</Text>
        <Text
          style={{ fontFamily: serifFor(signOff.statement), fontSize: 13, lineHeight: 1.5, marginTop: 3 }}
        >
          {signOff.statement}
        </Text>
      </View>
      <Facts
        columns={3}
        facts={[
          [t('documents.preparedBy'), signOff.preparedBy],
          [t('documents.submittedBy'), signOff.submittedBy],
          [t('documents.approvedBy'), signOff.approvedBy],
          [t('documents.submittedAt'), moment(signOff.submittedAt, timeZone)],
          [t('documents.approvedAt'), moment(signOff.approvedAt, timeZone)],
          [t('documents.approvedOn'), day(signOff.approvedOn)],
        ]}
      />
      <Heading>{t('documents.howToCheck')}</Heading>
      <Paragraph>{t('documents.howToCheckText')}</Paragraph>
      <Text style={{ ...type.label, marginTop: 4 }}>{t('documents.fingerprint')}</Text>
      <Text style={{ ...type.hash, fontSize: 9, lineHeight: 1.5 }}>{signOff.contentHash}</Text>
    </View>
  );
}
