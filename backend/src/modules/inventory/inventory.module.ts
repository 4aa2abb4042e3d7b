import { Module } from '@nestjs/common';
import './inventory.audit.js';
import './inventory.permissions.js';
import { Assets } from './application/assets.js';
import { DataFlows } from './application/data-flows.js';
import { DrawDiagram } from './application/draw-diagram.js';
import { ExportAssets } from './application/export-assets.js';
import { ExportDataFlows } from './application/export-data-flows.js';
import { ExportImports } from './application/export-imports.js';
import { ExportSanitizations } from './application/export-sanitizations.js';
import { ListImports } from './application/list-imports.js';
import { ImportFiles } from './application/import-files.js';
import { RequestImportCommit } from './application/request-import-commit.js';
import { RequestImportUndo } from './application/request-import-undo.js';
import { Sanitizations } from './application/sanitizations.js';
import { UndoPlan } from './application/undo-plan.js';
import { AssetImportsController } from './http/asset-imports.controller.js';
import { AssetsController } from './http/assets.controller.js';
import { DataFlowImportsController } from './http/data-flow-imports.controller.js';
import { DataFlowsController } from './http/data-flows.controller.js';
import { SanitizationsController } from './http/sanitizations.controller.js';

@Module({
  controllers: [
    AssetsController,
    AssetImportsController,
    DataFlowImportsController,
    DataFlowsController,
    SanitizationsController,
  ],
  providers: [
    Assets,
    ExportAssets,
    DataFlows,
    ExportDataFlows,
    DrawDiagram,
    Sanitizations,
    ExportSanitizations,
    ListImports,
    RequestImportCommit,
    RequestImportUndo,
    UndoPlan,
    ImportFiles,
    ExportImports,
  ],
})
export class InventoryModule {}
