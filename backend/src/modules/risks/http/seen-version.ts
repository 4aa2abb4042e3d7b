import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError } from '../../../platform/kernel/domain-error.js';

/** The version in If-Match, or null where the person saw none yet: then none may be there. */
export const SeenVersion = createParamDecorator((_: unknown, context: ExecutionContext): number | null => {
  const header = context.switchToHttp().getRequest<Request>().headers['if-match'];
  if (!header) return null;
  const match = /^(?:W\/)?"v(\d{1,9})"$/.exec(header.trim());
  if (!match) throw new DomainError('request.version-unreadable', 'invalid', 'If-Match must look like "v7".');
  return Number(match[1]);
});
