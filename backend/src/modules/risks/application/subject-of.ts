import type { Subject } from '../persistence/further-subjects.js';
import type { SubjectIn } from '../risk.schemas.js';

/** An asset or a data flow, as a request names it. */
export function subjectOf(subject: SubjectIn): Subject {
  return 'assetId' in subject
    ? { type: 'asset', id: subject.assetId }
    : { type: 'data-flow', id: subject.flowId };
}
