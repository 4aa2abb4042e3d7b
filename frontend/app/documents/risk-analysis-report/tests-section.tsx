import { Text, View } from '@react-pdf/renderer';
import { t } from '~/messages';
import type { ReportTest } from '../assessment-report';
import { momentDay } from '../format';
import { color, type } from '../look';
import { DocumentSection } from '../parts/document-section';
import { Facts } from '../parts/facts';
import type { SectionProps } from '../document-part';

export function TestsSection({ report, frame, id, number, title }: SectionProps) {
  return (
    <DocumentSection frame={frame} id={id} number={number} title={title} lead={t('documents.testsLead')}>
      {report.checklist.map((test, index) => (
        <TestEntry key={test.id} test={test} number={index + 1} timeZone={frame.timeZone} />
      ))}
    </DocumentSection>
  );
}

function TestEntry({ test, number, timeZone }: { test: ReportTest; number: number; timeZone: string }) {
  const verdict =
    test.met === null
      ? t('assessments.testOpen')
      : test.met
        ? t('assessments.testMet')
        : t('assessments.testNotMet');
  return (
    <View
      wrap={test.note.length > 1600}
      style={{ flexDirection: 'row', paddingVertical: 9, borderTop: `0.5 solid ${color.line}` }}
    >
      <View style={{ width: 82, paddingRight: 10 }}>
        <Text style={{ ...type.h3, color: color.accent }}>{number}</Text>
        <Text style={{ ...type.label, ...type.strong, color: test.met ? color.ink : color.bad }}>
          {verdict}
        </Text>
      </View>
      <View style={{ flexGrow: 1, flexShrink: 1, flexBasis: 0 }}>
        <Text style={type.h3}>{test.title}</Text>
        <Text style={type.small}>{test.question}</Text>
        <Text style={type.label}>{test.citations.join('; ')}</Text>
        {test.note && <Text style={{ ...type.body, marginTop: 4 }}>{test.note}</Text>}
        {test.answeredBy && test.answeredAt && (
          <Text style={type.label}>
            {t('documents.byOn', { person: test.answeredBy, date: momentDay(test.answeredAt, timeZone) })}
          </Text>
        )}
        <View style={{ marginTop: 6 }}>
          <Facts columns={3} facts={test.facts.map(({ label, value }) => [label, value] as const)} />
        </View>
      </View>
    </View>
  );
}
