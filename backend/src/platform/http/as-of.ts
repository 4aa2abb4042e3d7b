import {
  Injectable,
  SetMetadata,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { currentContext } from '../context/request-context.js';
import { isCalendarDate } from '../kernel/calendar-date.js';
import { DomainError } from '../kernel/domain-error.js';

const AS_OF = 'part164:as-of';

/** A list that can be asked for as it was at the end of a past day: `?asOf=2026-06-30`, in the organization's zone. */
export const AsOf = (): MethodDecorator => SetMetadata(AS_OF, true);

/**
 * Puts the day into the request's context, where every transaction of the request finds it. A route that is not
 * declared for it refuses: today's state must not pass for that of a past day.
 */
@Injectable()
export class AsOfInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { query } = execution.switchToHttp().getRequest<Request>();
    if (query['asOf'] === undefined) return next.handle();
    if (!this.reflector.get<boolean>(AS_OF, execution.getHandler()))
      throw new DomainError('request.no-past', 'invalid', 'This can only be seen as it is today.');
    // What is no day is refused by the schema of the query; which days there are, the database says.
    if (typeof query['asOf'] === 'string' && isCalendarDate(query['asOf']))
      currentContext().asOf = query['asOf'];
    return next.handle();
  }
}
