import { Link } from 'react-router';
import { t } from '~/messages';
import type { RefusedForm } from '~/ui/form/app-form';
import { Citation } from '~/ui/text/citation';
import { AnswerForm } from './answer-form';
import { EvidencePanel } from './evidence-panel';
import { questionHref, questionName } from './gate-words';
import type { Question } from './questionnaire';
import styles from './question-card.module.css';

interface QuestionCardProps {
  question: Question;
  sectionId: string;
  /** How far it is set in below the question that leads to it. */
  indent: number;
  mayAnswer: boolean;
  /** What the server said when this question was posted as a whole page. */
  refused: RefusedForm | null;
}

const EVIDENCE_INTENTS = ['evidence', 'withdraw'];

export function QuestionCard({ question, sectionId, indent, mayAnswer, refused }: QuestionCardProps) {
  const headingId = `${question.id}-text`;
  const aboutEvidence = EVIDENCE_INTENTS.includes(refused?.values.intent ?? '');
  return (
    <article
      id={question.id}
      className={styles.card}
      data-indent={indent || undefined}
      aria-labelledby={headingId}
    >
      <header className={styles.head}>
        <span className={styles.number} aria-hidden>
          {question.number}
        </span>
        <div className={styles.asked}>
          <h3 id={headingId}>{question.text}</h3>
          {question.why && (
            <p className={styles.why}>
              <span className="visually-hidden">{t('assessments.why')}: </span>
              {question.why}
            </p>
          )}
          <RuleLine question={question} />
          {question.gate && (
            <p className={styles.rule}>
              <Link to={questionHref(question.gate, sectionId)} relative="path">
                {t('gates.follows', { question: questionName(question.gate, sectionId) })}
              </Link>
            </p>
          )}
        </div>
      </header>
      <div className={styles.body}>
        <AnswerForm
          // Who only reads sees what stands there; who answers keeps what they entered.
          key={mayAnswer ? 'answer' : question.answer?.version}
          question={question}
          headingId={headingId}
          mayAnswer={mayAnswer}
          refused={aboutEvidence ? null : refused}
        />
        <Background question={question} />
        <EvidencePanel question={question} mayAnswer={mayAnswer} refused={aboutEvidence ? refused : null} />
      </div>
    </article>
  );
}

function RuleLine({ question }: { question: Question }) {
  const titles = question.requirements.map(({ title }) => title);
  if (question.citations.length === 0) return null;
  return (
    <p className={styles.rule}>
      {question.designation && (
        <span>{t('assessments.designation', { designation: question.designation })}</span>
      )}
      {question.citations.map((citation) => (
        <Citation key={citation} text={citation} />
      ))}
      {titles.length > 0 && <span>{titles.join(', ')}</span>}
    </p>
  );
}

/** What helps to answer, for those who want to know more. */
function Background({ question }: { question: Question }) {
  const notes = [
    question.note,
    question.publishedDesignation &&
      t('assessments.publishedDesignation', { designation: question.publishedDesignation }),
  ].filter(Boolean);
  if (!question.evidenceHint && notes.length === 0) return null;
  return (
    <details className={styles.more}>
      <summary>{t('assessments.goodEvidence')}</summary>
      {question.evidenceHint && <p>{question.evidenceHint}</p>}
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </details>
  );
}
