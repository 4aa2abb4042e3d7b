import type { Reply } from '~/api/reply';
import type { Tone } from '~/ui/text/status-badge';

export type EarlierPreview = Reply<'/api/v1/assessments/{id}/earlier-answers/preview', 'post'>;
export type EarlierFiles = Reply<'/api/v1/assessments/{id}/earlier-answers', 'get'>;
type Outcome = keyof EarlierPreview['counts'];

export const OUTCOME_TONES: Readonly<Record<Outcome, Tone>> = {
  fits: 'good',
  answered: 'neutral',
  known: 'neutral',
  empty: 'neutral',
  bad: 'bad',
};
export const OUTCOMES = Object.keys(OUTCOME_TONES) as Outcome[];
