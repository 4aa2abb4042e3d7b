export type ErrorKind =
  | 'invalid'
  | 'not-found'
  | 'conflict'
  | 'stale'
  | 'forbidden'
  | 'unauthenticated'
  | 'rate-limited'
  | 'unavailable';

export interface ErrorDetails {
  /** Messages by dotted path of the field, e.g. `milestones.0.dueOn`. */
  fieldErrors?: Record<string, string[]>;
  retryAfterSeconds?: number;
}

/** A refusal that a person can understand: a stable code `noun.reason`, and what to do in plain words. */
export class DomainError extends Error {
  constructor(
    readonly code: `${string}.${string}`,
    readonly kind: ErrorKind,
    message: string,
    readonly details: ErrorDetails = {},
  ) {
    super(message);
    this.name = 'DomainError';
  }
}

/** Another organization's record is not found, never forbidden. */
export function notFound(noun: string): DomainError {
  return new DomainError(
    `${noun}.not-found`,
    'not-found',
    `There is no such ${noun.replaceAll('-', ' ')} here, or it is not yours to see.`,
  );
}

export function invalidField(
  path: string,
  message: string,
  code: `${string}.${string}` = 'request.invalid',
): DomainError {
  return new DomainError(code, 'invalid', 'Some entries need another look.', {
    fieldErrors: { [path]: [message] },
  });
}
