import type { Question } from './questionnaire';
import { standingWord } from './words';
import styles from './answer-options.module.css';

interface AnswerOptionsProps {
  question: Question;
  headingId: string;
  disabled: boolean;
  /** The answer that it opens with. */
  chosen: string | undefined;
  onChoose: () => void;
}

/** Plain radio buttons; what an answer means opens below the one that is chosen, without any script. */
export function AnswerOptions({ question, headingId, disabled, chosen, onChoose }: AnswerOptionsProps) {
  return (
    <div className={styles.options} role="radiogroup" aria-labelledby={headingId}>
      {question.options.map((option) => (
        <label key={option.id} className={styles.option} data-standing={option.standing}>
          <input
            type="radio"
            name="optionId"
            value={option.id}
            defaultChecked={chosen === option.id}
            disabled={disabled}
            onChange={onChoose}
            required
          />
          <span className={styles.words}>
            {option.text}
            <span className={styles.meaning}>
              <b>{standingWord(option.standing)}.</b> {option.explanation}
            </span>
          </span>
        </label>
      ))}
    </div>
  );
}
