import { StandardSchemaValidationPipe } from '@nestjs/common';
import { DomainError } from '../kernel/domain-error.js';
import { speakPlainly } from './plain-issue.js';

const MOST_FIELDS_NAMED = 50;

/** Bad input is refused by field, in words for a person; nothing that the schema does not name gets in. */
export function validationPipe(): StandardSchemaValidationPipe {
  speakPlainly();
  return new StandardSchemaValidationPipe({
    exceptionFactory: (issues) => {
      const fieldErrors: Record<string, string[]> = {};
      for (const issue of issues.slice(0, MOST_FIELDS_NAMED)) {
        const path = (issue.path ?? [])
          .map((step) => String(typeof step === 'object' ? step.key : step))
          .join('.');
        (fieldErrors[path || '(request)'] ??= []).push(issue.message);
      }
      return new DomainError('request.invalid', 'invalid', 'Some entries need another look.', {
        fieldErrors,
      });
    },
  });
}
