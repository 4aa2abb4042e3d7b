import type { Provider, Type } from '@nestjs/common';
import type { RecordClass } from '../platform/database/data-source.js';
import type { JobHandler, ScheduledTask } from '../platform/jobs/job-handler.js';
import { identityRecords } from '../platform/identity/persistence/identity.records.js';
import { ComplianceModule } from './compliance/compliance.module.js';
import { complianceHandlers, complianceWorkerProviders } from './compliance/compliance.worker.js';
import { noticeHandlers, noticeTasks } from './notices/notices.worker.js';
import { MyWorkModule } from './my-work/my-work.module.js';
import { ObligationsModule } from './obligations/index.js';
import { obligationHandlers, obligationTasks } from './obligations/obligations.worker.js';
import { IncidentsModule } from './incidents/incidents.module.js';
import { incidentRecords } from './incidents/persistence/incident.record.js';
import { InventoryModule } from './inventory/inventory.module.js';
import { inventoryHandlers, inventoryWorkerProviders } from './inventory/inventory.worker.js';
import { inventoryRecords } from './inventory/persistence/inventory.records.js';
import { ReassessmentModule } from './reassessment/index.js';
import { reassessmentTasks } from './reassessment/reassessment.worker.js';
import { ReviewsModule } from './reviews/reviews.module.js';
import { reviewTasks } from './reviews/reviews.worker.js';
import { assessmentRecords } from './risks/assessments.parts.js';
import { registerRecords } from './risks/register.parts.js';
import { RisksModule } from './risks/risks.module.js';
import { riskHandlers, riskTasks, riskWorkerProviders } from './risks/risks.worker.js';
import { ScalesModule } from './scales/scales.module.js';
import { vendorRecords } from './vendors/persistence/vendor.record.js';
import { VendorsModule } from './vendors/vendors.module.js';
import { vulnerabilityRecords } from './vulnerabilities/persistence/vulnerabilities.records.js';
import { VulnerabilitiesModule } from './vulnerabilities/vulnerabilities.module.js';
import {
  vulnerabilityHandlers,
  vulnerabilityWorkerProviders,
} from './vulnerabilities/vulnerabilities.worker.js';
import { SearchModule } from './search/search.module.js';

/** The features, each a folder beside this file. */
export const featureModules: Type[] = [
  ComplianceModule,
  InventoryModule,
  VendorsModule,
  VulnerabilitiesModule,
  RisksModule,
  ObligationsModule,
  ReassessmentModule,
  ReviewsModule,
  MyWorkModule,
  SearchModule,
  ScalesModule,
  IncidentsModule,
];

/** Every table that TypeORM writes. */
export const records: RecordClass[] = [
  ...identityRecords,
  ...inventoryRecords,
  ...vendorRecords,
  ...vulnerabilityRecords,
  ...assessmentRecords,
  ...registerRecords,
  ...incidentRecords,
];

/** The worker process: who does which job. A defined job that nobody here does stops the boot. */
export const jobHandlers: Type<JobHandler>[] = [
  ...complianceHandlers,
  ...inventoryHandlers,
  ...vulnerabilityHandlers,
  ...riskHandlers,
  ...obligationHandlers,
  ...noticeHandlers,
];

/** The worker process: what is done for every organization again and again. */
export const scheduledTasks: Type<ScheduledTask>[] = [
  ...obligationTasks,
  ...reassessmentTasks,
  ...riskTasks,
  ...reviewTasks,
  ...noticeTasks,
];

/** The worker process: what handlers and tasks are made of. */
export const workerProviders: Provider[] = [
  ...complianceWorkerProviders,
  ...inventoryWorkerProviders,
  ...vulnerabilityWorkerProviders,
  ...riskWorkerProviders,
];
