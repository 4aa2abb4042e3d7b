import { Body, Controller, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { RequirePermission } from '../../../platform/access/route-access.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { Returns, ReturnsNothing } from '../../../platform/http/returns.js';
import { idIn } from '../../../platform/http/schemas.js';
import { IncidentFacts } from '../application/incident-facts.js';
import { IncidentLog } from '../application/incident-log.js';
import { IncidentTasks } from '../application/incident-tasks.js';
import { RecordSending } from '../application/record-sending.js';
import { incidentFactsView, writeFactsRequest, type WriteFactsRequest } from '../facts.schemas.js';
import {
  addTaskRequest,
  entryListQuery,
  entryPage,
  incidentId,
  incidentView,
  leaveTasksRequest,
  recordSendingRequest,
  releaseEntryRequest,
  updateTaskRequest,
  writeEntryRequest,
  writtenEntry,
  type AddTaskRequest,
  type LeaveTasksRequest,
  type EntryListQuery,
  type RecordSendingRequest,
  type UpdateTaskRequest,
  type WriteEntryRequest,
} from '../incident.schemas.js';

const entryId = idIn('incidentEntry');
const taskId = idIn('incidentTask');

/** What the team of an incident writes: its log, its tasks, the facts of its clocks, and the notices that went out. */
@Controller('incidents/:id')
export class IncidentBoardController {
  constructor(
    private readonly log: IncidentLog,
    private readonly tasks: IncidentTasks,
    private readonly facts: IncidentFacts,
    private readonly recordSending: RecordSending,
  ) {}

  @Get('entries')
  @RequirePermission('incident:read')
  @Returns(entryPage)
  entries(
    @Param('id', { schema: incidentId }) id: string,
    @Query({ schema: entryListQuery }) query: EntryListQuery,
  ) {
    return this.log.list(id, query);
  }

  @Post('entries')
  @RequirePermission('incident:work')
  @Returns(writtenEntry, 201)
  write(
    @Param('id', { schema: incidentId }) id: string,
    @Body({ schema: writeEntryRequest }) body: WriteEntryRequest,
  ) {
    return this.log.write(id, body);
  }

  @Post('entries/:entryId/release')
  @RequirePermission('incident:work')
  @ReturnsNothing()
  async release(
    @Param('id', { schema: incidentId }) id: string,
    @Param('entryId', { schema: entryId }) entry: string,
    @Body({ schema: releaseEntryRequest }) { reason }: { reason: string },
  ): Promise<void> {
    await this.log.release(id, entry, reason);
  }

  @Post('tasks')
  @RequirePermission('incident:work')
  @Returns(incidentView, 201)
  addTask(
    @Param('id', { schema: incidentId }) id: string,
    @Body({ schema: addTaskRequest }) body: AddTaskRequest,
  ) {
    return this.tasks.add(id, body);
  }

  @Post('tasks/left')
  @RequirePermission('incident:work')
  @Returns(incidentView)
  leaveTasks(
    @Param('id', { schema: incidentId }) id: string,
    @Body({ schema: leaveTasksRequest }) body: LeaveTasksRequest,
  ) {
    return this.tasks.leave(id, body);
  }

  @Patch('tasks/:taskId')
  @RequirePermission('incident:work')
  @Returns(incidentView)
  updateTask(
    @Param('id', { schema: incidentId }) id: string,
    @Param('taskId', { schema: taskId }) task: string,
    @IfMatch() version: number,
    @Body({ schema: updateTaskRequest }) body: UpdateTaskRequest,
  ) {
    return this.tasks.update(id, task, version, body);
  }

  @Get('facts')
  @RequirePermission('incident:read')
  @Returns(incidentFactsView)
  showFacts(@Param('id', { schema: incidentId }) id: string) {
    return this.facts.show(id);
  }

  @Put('facts')
  @RequirePermission('incident:work')
  @Returns(incidentFactsView)
  writeFacts(
    @Param('id', { schema: incidentId }) id: string,
    @Body({ schema: writeFactsRequest }) body: WriteFactsRequest,
  ) {
    return this.facts.write(id, body);
  }

  @Post('duties/:dutyId/sendings')
  @RequirePermission('incident:work')
  @Returns(incidentView, 201)
  send(
    @Param('id', { schema: incidentId }) id: string,
    @Param('dutyId', { schema: idIn('breachDuty') }) duty: string,
    @Body({ schema: recordSendingRequest }) body: RecordSendingRequest,
  ) {
    return this.recordSending.execute(id, duty, body);
  }
}
