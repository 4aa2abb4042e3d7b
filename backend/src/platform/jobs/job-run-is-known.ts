import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { idIn } from '../http/schemas.js';
import { notFound } from '../kernel/domain-error.js';
import { JobRuns } from './job-runs.js';

/** Answers “not found” to an unknown job before its stream of events begins: a stream that has begun is a 200 already. */
@Injectable()
export class JobRunIsKnown implements CanActivate {
  constructor(private readonly runs: JobRuns) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { id } = context.switchToHttp().getRequest<Request>().params;
    const known = idIn('job').safeParse(id);
    if (!known.success) throw notFound('job');
    await this.runs.show(known.data);
    return true;
  }
}
