import { AssetRecord } from './asset.record.js';
import { DataFlowRecord } from './data-flow.record.js';
import { ImportBatchRecord } from './import-batch.record.js';
import { ImportChangeRecord } from './import-change.record.js';

export const inventoryRecords = [AssetRecord, DataFlowRecord, ImportBatchRecord, ImportChangeRecord];
