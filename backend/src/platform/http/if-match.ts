import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError } from '../kernel/domain-error.js';
import { PreconditionRequired } from './problem-filter.js';

/** The version in If-Match (`"v7"`): the change is made only to the version that the person saw. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<Request>().headers['if-match'];
  if (!header) throw new PreconditionRequired();
  const match = /^(?:W\/)?"v(\d{1,9})"$/.exec(header.trim());
  if (!match) throw new DomainError('request.version-unreadable', 'invalid', 'If-Match must look like "v7".');
  return Number(match[1]);
});
