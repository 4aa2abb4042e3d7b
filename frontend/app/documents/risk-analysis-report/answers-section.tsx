import { Text, View } from '@react-pdf/renderer';
import { t } from '~/messages';
import type { ReportQuestion, ReportSection } from '../assessment-report';
import { moment } from '../format';
import { filled, label, labelled, note, small, strong, tag, type Part } from '../drawn/blocks';
import { DrawnEntry, ENTRY_WIDTH, entryHead, type Entry } from '../drawn/drawn-entry';
import { drawnEvidence } from '../drawn/drawn-evidence';
import { drawnStanding } from '../drawn/drawn-standing';
import { color, type } from '../look';
import { DocumentSection } from '../parts/document-section';
import { useOutlined } from '../parts/outline';
import type { SectionProps } from '../document-part';

const STANDING = 92;
/** Between the head of a section and its first question. */
const GAP = 8;

export function AnswersSection({ report, frame, id, number, title }: SectionProps) {
  return (
    <DocumentSection frame={frame} id={id} number={number} title={title} lead={t('documents.answersLead')}>
      {report.sections.map((section, index) => (
        <QuestionSection key={section.id} section={section} timeZone={frame.timeZone} first={index === 0} />
      ))}
    </DocumentSection>
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
  const outlined = useOutlined(section.title);
  const answered = section.questions.filter(({ answer }) => answer).length;
  const passedBy = section.questions.filter(({ notAsked }) => notAsked?.answer).length;
  const total = section.questions.length - passedBy;
  const entries = section.questions.map((question) => ({ id: question.id, ...entryOf(question, timeZone) }));
  return (
    <>
      <View
        style={{ marginTop: first ? 0 : 20, marginBottom: GAP }}
        wrap={false}
        minPresenceAhead={entries[0] ? entryHead(entries[0]) + 1 : 0}
        {...outlined}
      >
        <View style={{ flexDirection: 'row', alignItems: 'flex-end' }}>
          <Text style={{ ...type.h2, flexGrow: 1, flexShrink: 1, flexBasis: 0 }}>
            <Text style={{ color: color.accent }}>{`${section.id}  `}</Text>
            {section.title}
          </Text>
          <Text style={type.label}>
            {[
              `${t('documents.answeredValue', { answered, total })} ${t('documents.answered')}`,
              ...(passedBy > 0 ? [t('documents.notAskedCount', { count: passedBy })] : []),
            ].join(', ')}
          </Text>
        </View>
        {section.intro && <Text style={{ ...type.note, marginTop: 3, maxWidth: 470 }}>{section.intro}</Text>}
      </View>
      {entries.map(({ id, aside, parts }) => (
        <DrawnEntry key={id} aside={aside} parts={parts} />
      ))}
    </>
  );
}

function entryOf(question: ReportQuestion, timeZone: string): Entry {
  const { id, designation, text, citations, answer, notAsked } = question;
  return {
    aside: filled(tag(id), designation && label(designation)),
    parts: filled(
      strong(text),
      citations.length > 0 && label(citations.join('; ')),
      answer && answerParts(answer, timeZone),
      notAsked ? notAskedParts(notAsked) : [],
      !answer && !notAsked && small(t('documents.noAnswer'), { gap: 3, ink: color.bad }),
    ),
  };
}

function notAskedParts({ questionId, text, answer, kept }: NonNullable<ReportQuestion['notAsked']>): Part[] {
  const gate = { question: questionId, text };
  return filled(
    small(answer === null ? t('documents.notAskedYet', gate) : t('documents.notAsked', { ...gate, answer }), {
      gap: 3,
    }),
    kept !== null && note(t('documents.keptAnswer', { answer: kept })),
  );
}

function answerParts(answer: NonNullable<ReportQuestion['answer']>, timeZone: string): Part[] {
  const columns = [
    {
      width: ENTRY_WIDTH - STANDING,
      parts: filled(small(answer.optionText), answer.explanation && note(answer.explanation)),
    },
    { width: STANDING, parts: [drawnStanding(answer.standing)] },
  ];
  const time = moment(answer.answeredAt, timeZone);
  return filled(
    { gap: 4, columns },
    answer.notes && labelled(t('documents.notes'), answer.notes, { gap: 3 }),
    drawnEvidence(answer.evidence, timeZone),
    label(t('documents.answeredBy', { person: answer.answeredBy, time }), { gap: 2 }),
  );
}
