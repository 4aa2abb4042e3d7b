import type { Type } from '@nestjs/common';
import type { RecordClass } from '../platform/database/data-source.js';
import { identityRecords } from '../platform/identity/persistence/identity.records.js';

/** The features, each a folder beside this file. */
export const featureModules: Type[] = [];

/** Every table that TypeORM writes. */
export const records: RecordClass[] = [...identityRecords];
