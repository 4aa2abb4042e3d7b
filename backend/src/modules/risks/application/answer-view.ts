import { typedId } from '../../../platform/kernel/typed-id.js';
import type { QuestionOption } from '../../compliance/index.js';
import type { AnswerView } from '../answer.schemas.js';
import type { EvidenceView } from '../evidence.schemas.js';
import type { StoredAnswer } from '../persistence/answer.repository.js';
import type { KeptFinding } from './keep-finding.js';

export function answerView(
  answer: StoredAnswer,
  option: QuestionOption | undefined,
  finding: KeptFinding | null,
  evidence: EvidenceView[],
): AnswerView {
  return {
    id: typedId('answer', answer.id),
    questionId: answer.questionId,
    optionId: answer.optionId,
    optionText: option?.text ?? '',
    standing: answer.standing,
    explanation: option?.explanation ?? '',
    notes: answer.notes,
    answeredBy: { id: typedId('member', answer.answeredBy.id), name: answer.answeredBy.name },
    answeredAt: answer.answeredAt.toISOString(),
    finding: finding ? { id: typedId('finding', finding.id), status: finding.status } : null,
    evidence,
    version: answer.version,
  };
}
