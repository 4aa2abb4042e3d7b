import { ScanRecord } from './scan.record.js';
import { VulnerabilityRecord } from './vulnerability.record.js';

export const vulnerabilityRecords = [ScanRecord, VulnerabilityRecord];
