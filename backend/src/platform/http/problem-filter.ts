import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { QueryFailedError } from 'typeorm';
import { contextIfAny } from '../context/request-context.js';
import { DomainError, type ErrorKind } from '../kernel/domain-error.js';
import { log } from '../logging/log.js';

/** application/problem+json (RFC 9457) with our members. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  requestId: string;
  fieldErrors?: Record<string, string[]>;
}

const STATUS: Record<ErrorKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  stale: 412,
  'rate-limited': 429,
  unavailable: 503,
};

const TITLES: Record<number, string> = {
  400: 'Some entries need another look',
  401: 'Please sign in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Not possible here',
  409: 'This does not fit the present state',
  412: 'Somebody else changed this meanwhile',
  413: 'Too large',
  415: 'Not a kind of content that is read here',
  428: 'The version is missing',
  429: 'Too many attempts',
  500: 'Something went wrong on our side',
  503: 'Not available right now',
};

/** The one place where errors become answers. Nothing of the inside (text of SQL, stacks, paths) goes out. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const problem = toProblem(error, contextIfAny()?.requestId ?? 'unknown');
    if (problem.status >= 500)
      log.error({ err: error, requestId: problem.requestId, code: problem.code }, 'request failed');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (error instanceof DomainError && error.details.retryAfterSeconds) {
      response.setHeader('Retry-After', String(error.details.retryAfterSeconds));
    }
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }
}

export function toProblem(error: unknown, requestId: string): Problem {
  if (error instanceof DomainError) {
    return problem(STATUS[error.kind], error.code, error.message, requestId, error.details.fieldErrors);
  }
  if (error instanceof PreconditionRequired)
    return problem(428, 'request.version-missing', error.message, requestId);
  if (error instanceof HttpException) return fromHttp(error, requestId);
  const conflict = fromDatabase(error, requestId);
  if (conflict) return conflict;
  const status = bodyParserStatus(error);
  if (status)
    return problem(
      status,
      status === 413 ? 'request.too-large' : 'request.unreadable',
      'The request could not be read.',
      requestId,
    );
  return problem(
    500,
    'server.failed',
    'Nothing was changed. Try again; if it stays, give the request id to your administrator.',
    requestId,
  );
}

/** A change without If-Match: RFC 6585. */
export class PreconditionRequired extends Error {
  constructor() {
    super("Send the version that you saw in If-Match, so that nobody's change is overwritten unseen.");
  }
}

function fromHttp(error: HttpException, requestId: string): Problem {
  const body = error.getResponse() as { fieldErrors?: Record<string, string[]> } | string;
  const fieldErrors = typeof body === 'object' ? body.fieldErrors : undefined;
  const status = error.getStatus();
  const code = fieldErrors ? 'request.invalid' : (HTTP_CODES[status] ?? 'request.refused');
  return problem(status, code, TITLES[status] ?? 'Refused', requestId, fieldErrors);
}

const HTTP_CODES: Record<number, string> = {
  400: 'request.unreadable',
  401: 'session.required',
  403: 'access.denied',
  404: 'route.not-found',
  405: 'route.not-found',
  413: 'request.too-large',
  415: 'request.unsupported-type',
};

/** Unique and foreign key violations that no use case foresaw: a refusal, not a failure. */
function fromDatabase(error: unknown, requestId: string): Problem | null {
  const sqlState =
    error instanceof QueryFailedError
      ? (error.driverError as { code?: string }).code
      : (error as { code?: string } | null)?.code;
  if (sqlState === '23505')
    return problem(409, 'record.exists', 'A record with these entries is already there.', requestId);
  if (sqlState === '23503')
    return problem(409, 'record.reference-missing', 'Something that this refers to is not here.', requestId);
  if (sqlState === '40001' || sqlState === '40P01')
    return problem(503, 'database.busy', 'Two changes met. Nothing was changed: try again.', requestId);
  if (sqlState === '57P01' || sqlState === 'ECONNREFUSED' || sqlState === '57P03') {
    return problem(
      503,
      'database.unavailable',
      'The database does not answer. Nothing was changed: try again in a moment.',
      requestId,
    );
  }
  return null;
}

function bodyParserStatus(error: unknown): number | null {
  const { status, type } = (error ?? {}) as { status?: unknown; type?: unknown };
  return typeof type === 'string' && typeof status === 'number' && status >= 400 && status < 500
    ? status
    : null;
}

function problem(
  status: number,
  code: string,
  detail: string,
  requestId: string,
  fieldErrors?: Record<string, string[]>,
): Problem {
  return {
    type: 'about:blank',
    title: TITLES[status] ?? 'Refused',
    status,
    code,
    detail,
    requestId,
    ...(fieldErrors ? { fieldErrors } : {}),
  };
}
