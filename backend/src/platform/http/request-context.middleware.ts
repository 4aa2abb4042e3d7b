import type { NextFunction, Request, Response } from 'express';
import { anonymousContext, runInContext } from '../context/request-context.js';
import { newId } from '../database/new-id.js';

const GIVEN_ID = /^[A-Za-z0-9_-]{8,64}$/;

/** Every request runs in its own context; its id goes back in the answer and stands in every log line and record. */
export function requestContext(request: Request, response: Response, next: NextFunction): void {
  const given = request.headers['x-request-id'];
  const requestId =
    typeof given === 'string' && GIVEN_ID.test(given) ? given : `req_${newId().replaceAll('-', '')}`;
  response.setHeader('X-Request-Id', requestId);
  runInContext(anonymousContext(requestId, request.ip ?? null), next);
}
