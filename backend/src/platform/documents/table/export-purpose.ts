import {
  applyDecorators,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { currentContext } from '../../context/request-context.js';
import type { CalendarDate } from '../../kernel/calendar-date.js';
import { invalidField } from '../../kernel/domain-error.js';
import { EXPORT_PURPOSES, type ExportPurpose } from '../../kernel/export-purpose.js';

/** What the log keeps of everything that leaves, besides how much it was. */
export interface TakenOut<Format extends string = string> {
  format: Format;
  /** Absent: it was not said. */
  purpose?: ExportPurpose;
  /** As it was at the end of this day; absent: today. */
  asOf?: CalendarDate;
  /** The filters by name, codes and ids only; absent: the whole list. */
  filter?: Readonly<Record<string, string>>;
}

/** `query`: the filters of the list, as its schema judged them; what an address holds besides never gets into the log. */
export function takenOut<Format extends string>(format: Format, query: object = {}): TakenOut<Format> {
  const { exportPurpose: purpose, asOf } = currentContext();
  const filter = keptOf(query);
  return {
    format,
    ...(purpose && { purpose }),
    ...(asOf && { asOf }),
    ...(Object.keys(filter).length > 0 && { filter }),
  };
}

/** Declares that an export may say what it is for, whatever else it asks: `?purpose=` is no filter of a list. */
export function AsksPurpose(): MethodDecorator {
  return applyDecorators(
    UseInterceptors(new ReadsPurpose()),
    ApiQuery({
      name: 'purpose',
      enum: EXPORT_PURPOSES,
      required: false,
      description: 'What it is taken out for; the log keeps it',
    }),
  );
}

class ReadsPurpose implements NestInterceptor {
  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = execution.switchToHttp().getRequest<Request>();
    const { purpose, ...filters } = request.query;
    if (purpose !== undefined) currentContext().exportPurpose = known(purpose);
    // The filters are judged behind this, and refuse what they do not name.
    Object.defineProperty(request, 'query', { value: filters, configurable: true });
    return next.handle();
  }
}

/** In people's own words, which may name a patient: that they filtered is kept, not by what. */
const TYPED = new Set(['q', 'tool', 'level', 'cell']);
const NOT_KEPT = 'not kept';
/** No filters: the order of the rows, and what is kept beside them. */
const NO_FILTER = new Set(['sort', 'limit', 'cursor', 'asOf', 'volume']);

function keptOf(query: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query)
      .filter(([name, value]) => value !== undefined && value !== null && !NO_FILTER.has(name))
      .map(([name, value]) => [name, TYPED.has(name) ? NOT_KEPT : String(value)]),
  );
}

function known(purpose: unknown): ExportPurpose {
  const found = EXPORT_PURPOSES.find((one) => one === purpose);
  if (found === undefined) throw invalidField('purpose', `Choose one of ${EXPORT_PURPOSES.join(', ')}.`);
  return found;
}
