import { Controller, Get, Param, Sse, UseGuards, type MessageEvent } from '@nestjs/common';
import { concatMap, distinctUntilChanged, map, takeWhile, timer, type Observable } from 'rxjs';
import { z } from 'zod';
import { AnyMember } from '../access/route-access.js';
import { currentContext, runInContext } from '../context/request-context.js';
import { Returns } from '../http/returns.js';
import { idIn, idOut } from '../http/schemas.js';
import { JobRunIsKnown } from './job-run-is-known.js';
import { JobRuns, type JobRunView } from './job-runs.js';

const jobRunView = z
  .object({
    id: idOut('job'),
    jobName: z.string(),
    status: z.enum(['queued', 'running', 'done', 'failed']),
    done: z.number().int(),
    total: z.number().int().nullable(),
    result: z.record(z.string(), z.unknown()).nullable(),
    errorCode: z.string().nullable(),
  })
  .meta({ id: 'JobRun' });

const LOOK_EVERY_MS = 400;

@Controller('jobs')
export class JobRunController {
  constructor(private readonly runs: JobRuns) {}

  @Get(':id')
  @AnyMember()
  @Returns(jobRunView)
  show(@Param('id', { schema: idIn('job') }) id: string): Promise<JobRunView> {
    return this.runs.show(id);
  }

  /** Server-sent events: the job as it is, whenever it changes, until it ends. */
  @Sse(':id/events')
  @AnyMember()
  @UseGuards(JobRunIsKnown)
  watch(@Param('id', { schema: idIn('job') }) id: string): Observable<MessageEvent> {
    const context = currentContext();
    return timer(0, LOOK_EVERY_MS).pipe(
      concatMap(() => runInContext(context, () => this.runs.show(id))),
      distinctUntilChanged((a, b) => JSON.stringify(a) === JSON.stringify(b)),
      takeWhile((run) => run.status === 'queued' || run.status === 'running', true),
      map((run) => ({ data: run })),
    );
  }
}
