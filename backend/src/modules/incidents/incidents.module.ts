import { Module } from '@nestjs/common';
import './incidents.audit.js';
import './incidents.permissions.js';
import { ObligationsModule } from '../obligations/index.js';
import { ChangeIncident } from './application/change-incident.js';
import { CloseIncident } from './application/close-incident.js';
import { Determinations } from './application/determinations.js';
import { ExportDeterminations } from './application/export-determinations.js';
import { ExportNotices } from './application/export-notices.js';
import { ExportIncidents } from './application/export-incidents.js';
import { ChecklistTasks } from './application/checklist-tasks.js';
import { FollowClock } from './application/follow-clock.js';
import { GiveRole } from './application/give-role.js';
import { IncidentFacts } from './application/incident-facts.js';
import { IncidentLog } from './application/incident-log.js';
import { IncidentTasks } from './application/incident-tasks.js';
import { ListIncidents } from './application/list-incidents.js';
import { MoveIncident } from './application/move-incident.js';
import { RecordSending } from './application/record-sending.js';
import { ReportIncident } from './application/report-incident.js';
import { ShowIncident } from './application/show-incident.js';
import { BreachClockController } from './http/breach-clock.controller.js';
import { IncidentRegistersController } from './http/incident-registers.controller.js';
import { DeterminationsController } from './http/determinations.controller.js';
import { IncidentBoardController } from './http/incident-board.controller.js';
import { IncidentsController } from './http/incidents.controller.js';

/** Incidents, and the clocks of the Breach Notification Rule. 45 CFR 164.308(a)(6), 164.400 to 164.414 */
@Module({
  imports: [ObligationsModule],
  controllers: [
    BreachClockController,
    IncidentRegistersController,
    IncidentsController,
    IncidentBoardController,
    DeterminationsController,
  ],
  providers: [
    ChecklistTasks,
    FollowClock,
    ReportIncident,
    ListIncidents,
    ExportDeterminations,
    ExportNotices,
    ExportIncidents,
    ShowIncident,
    ChangeIncident,
    MoveIncident,
    GiveRole,
    CloseIncident,
    IncidentLog,
    IncidentTasks,
    IncidentFacts,
    RecordSending,
    Determinations,
  ],
})
export class IncidentsModule {}
