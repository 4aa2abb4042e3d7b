import { t } from '~/messages';
import type { Tone } from '~/ui/text/status-badge';

export type AssessmentStatus = 'draft' | 'in-review' | 'signed' | 'withdrawn';
export type Standing = 'in-place' | 'partial' | 'gap' | 'unknown' | 'not-applicable';
export type FindingStatus = 'open' | 'dismissed' | 'resolved';

export const STATUS_TONE: Record<AssessmentStatus, Tone> = {
  draft: 'info',
  'in-review': 'warn',
  signed: 'good',
  withdrawn: 'neutral',
};
export const STANDING_TONE: Record<Standing, Tone> = {
  'in-place': 'good',
  partial: 'warn',
  gap: 'bad',
  unknown: 'bad',
  'not-applicable': 'neutral',
};
export const FINDING_TONE: Record<FindingStatus, Tone> = {
  open: 'bad',
  dismissed: 'neutral',
  resolved: 'good',
};

export const statusWord = (status: AssessmentStatus) => t(`assessments.status_${status}`);
export const standingWord = (standing: Standing) => t(`assessments.standing_${standing}`);
export const findingStatusWord = (status: FindingStatus) => t(`assessments.findingStatus_${status}`);
export const findingSourceWord = (source: 'answer' | 'data-flow' | 'scan' | 'manual') =>
  t(`assessments.findingSource_${source}`);

/** A pack from elsewhere may say how sure it is in words of its own. */
export function confidenceWord(confidence: string): string {
  const key = `assessments.confidence_${confidence}`;
  const text = (t as (key: string) => string)(key satisfies string);
  return text === key ? confidence : text;
}
