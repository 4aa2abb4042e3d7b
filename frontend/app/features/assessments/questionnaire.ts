import type { Reply } from '~/api/reply';

export type QuestionnaireSection = Reply<'/api/v1/assessments/{id}/sections/{sectionId}', 'get'>;
export type Question = QuestionnaireSection['questions'][number];
export type Answer = NonNullable<Question['answer']>;
export type EvidenceItem = Answer['evidence'][number];
