import { DomainError } from '../../../platform/kernel/domain-error.js';
import type { Asking } from '../../compliance/index.js';

/** An answer to what is not asked would count for nothing: it is refused, and says which question decides. */
export function refuseUnlessAsked(asking: Asking): void {
  if (asking.state === 'asked') return;
  const { gate } = asking;
  throw new DomainError(
    'answer.not-asked',
    'conflict',
    asking.state === 'waiting'
      ? `${gate.id} decides whether this is asked, and has no answer yet: “${gate.text}” What you entered is kept.`
      : `This is not asked, because ${gate.id} was answered: “${asking.option.text}” What you entered is kept.`,
  );
}
