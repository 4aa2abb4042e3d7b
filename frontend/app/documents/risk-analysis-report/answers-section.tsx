import { Text, View } from '@react-pdf/renderer';
import { t } from '~/messages';
import type { ReportQuestion, ReportSection } from '../assessment-report';
import { moment } from '../format';
import { color, type } from '../look';
import { DocumentPage } from '../parts/document-page';
import { EvidenceList } from '../parts/evidence-list';
import { SectionHeading, bookmarked } from '../parts/headings';
import { StandingMark } from '../parts/standing-mark';
import type { SectionProps } from './section';

export function AnswersSection({ report, frame, id, number, title }: SectionProps) {
  return (
    <DocumentPage frame={frame} id={id} title={title}>
      <SectionHeading number={number} title={title} lead={t('documents.answersLead')} />
      {report.sections.map((section, index) => (
        <QuestionSection key={section.id} section={section} timeZone={frame.timeZone} first={index === 0} />
      ))}
    </DocumentPage>
  );
}

function QuestionSection({
  section,
  timeZone,
  first,
}: {
  section: ReportSection;
  timeZone: string;
  first: boolean;
}) {
  const answered = section.questions.filter(({ answer }) => answer).length;
  return (
    <>
      <View
        style={{ marginTop: first ? 0 : 20, marginBottom: 8 }}
        minPresenceAhead={90}
        {...bookmarked(section.title)}
      >
        <View style={{ flexDirection: 'row', alignItems: 'flex-end' }}>
          <Text style={{ ...type.h2, flexGrow: 1, flexShrink: 1, flexBasis: 0 }}>
            <Text style={{ color: color.accent }}>{`${section.id}  `}</Text>
            {section.title}
          </Text>
          <Text style={type.label}>
            {`${t('documents.answeredValue', { answered, total: section.questions.length })} ${t('documents.answered')}`}
          </Text>
        </View>
        {section.intro && <Text style={{ ...type.note, marginTop: 3, maxWidth: 470 }}>{section.intro}</Text>}
      </View>
      {section.questions.map((question) => (
        <QuestionEntry key={question.id} question={question} timeZone={timeZone} />
      ))}
    </>
  );
}

function QuestionEntry({ question, timeZone }: { question: ReportQuestion; timeZone: string }) {
  const { answer } = question;
  const long = !!answer && answer.notes.length + answer.evidence.length * 250 > 1400;
  return (
    <View
      wrap={long}
      style={{ flexDirection: 'row', paddingVertical: 7, borderTop: `0.5 solid ${color.line}` }}
    >
      <View style={{ width: 82, paddingRight: 10 }}>
        <Text style={type.tag}>{question.id}</Text>
        {question.designation && <Text style={type.label}>{question.designation}</Text>}
      </View>
      <View style={{ flexGrow: 1, flexShrink: 1, flexBasis: 0 }}>
        <Text style={{ ...type.small, ...type.strong }}>{question.text}</Text>
        {question.citations.length > 0 && <Text style={type.label}>{question.citations.join('; ')}</Text>}
        {answer ? (
          <Answer answer={answer} timeZone={timeZone} />
        ) : (
          <Text style={{ ...type.small, color: color.bad, marginTop: 3 }}>{t('documents.noAnswer')}</Text>
        )}
      </View>
    </View>
  );
}

function Answer({ answer, timeZone }: { answer: NonNullable<ReportQuestion['answer']>; timeZone: string }) {
  return (
    <View style={{ marginTop: 4 }}>
      <View style={{ flexDirection: 'row' }}>
        <View style={{ flexGrow: 1, flexShrink: 1, flexBasis: 0, paddingRight: 10 }}>
          <Text style={type.small}>{answer.optionText}</Text>
          {answer.explanation && <Text style={type.note}>{answer.explanation}</Text>}
        </View>
        <View style={{ width: 92 }}>
          <StandingMark standing={answer.standing} />
        </View>
      </View>
      {answer.notes && (
        <Text style={{ ...type.small, marginTop: 3 }}>
          <Text style={{ color: color.faint }}>{`${t('documents.notes')}  `}</Text>
          {answer.notes}
        </Text>
      )}
      <EvidenceList evidence={answer.evidence} timeZone={timeZone} />
      <Text style={{ ...type.label, marginTop: 2 }}>
        {t('documents.answeredBy', { person: answer.answeredBy, time: moment(answer.answeredAt, timeZone) })}
      </Text>
    </View>
  );
}
