import { Module } from '@nestjs/common';
import './vulnerabilities.asset-uses.js';
import './vulnerabilities.audit.js';
import './vulnerabilities.permissions.js';
import { CommitScan } from './application/commit-scan.js';
import { ExportVulnerabilities } from './application/export-vulnerabilities.js';
import { ExportScans } from './application/export-scans.js';
import { ScanProblems } from './application/scan-problems.js';
import { RequestScanUndo } from './application/request-scan-undo.js';
import { ScanUndoPlans } from './application/scan-undo-plan.js';
import { Scans } from './application/scans.js';
import { Vulnerabilities } from './application/vulnerabilities.js';
import { ScansController } from './http/scans.controller.js';
import { VulnerabilitiesController } from './http/vulnerabilities.controller.js';

/** What scanners find on assets between two analyses of risk. 45 CFR 164.308(a)(1)(ii)(A) */
@Module({
  controllers: [ScansController, VulnerabilitiesController],
  providers: [
    Scans,
    CommitScan,
    RequestScanUndo,
    ScanUndoPlans,
    ScanProblems,
    ExportScans,
    Vulnerabilities,
    ExportVulnerabilities,
  ],
})
export class VulnerabilitiesModule {}
