import type { Provider, Type } from '@nestjs/common';
import type { RecordClass } from '../../platform/database/data-source.js';
import { AssessmentPacks } from './application/assessment-packs.js';
import { ChangeRisk } from './application/change-risk.js';
import { CreateRisk } from './application/create-risk.js';
import { ListRisks } from './application/list-risks.js';
import { RiskHeatMap } from './application/risk-heat-map.js';
import { ShowRisk } from './application/show-risk.js';
import { RisksController } from './http/risks.controller.js';
import { RiskRecord } from './persistence/risk.record.js';

/** The register, the plan and the sign-off, as Nest puts them together. */
export const registerControllers: Type[] = [RisksController];
export const registerProviders: Provider[] = [AssessmentPacks, ListRisks, RiskHeatMap, ShowRisk, ChangeRisk, CreateRisk];
export const registerRecords: RecordClass[] = [RiskRecord];
