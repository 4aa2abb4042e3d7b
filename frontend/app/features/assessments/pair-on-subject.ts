export interface PairOnSubject {
  pairId: string;
  subject: { assetId: string } | { flowId: string };
}

type SubjectType = 'asset' | 'data-flow';

/** A pair and what it is about, as one value of a checkbox or a button. */
export function pairValue(pairId: string, type: SubjectType, subjectId: string): string {
  return [pairId, type, subjectId].join(' ');
}

export function pairOf(value: string): PairOnSubject | null {
  const [pairId, type, subjectId] = value.split(' ');
  if (!pairId || !subjectId) return null;
  return { pairId, subject: type === 'asset' ? { assetId: subjectId } : { flowId: subjectId } };
}
