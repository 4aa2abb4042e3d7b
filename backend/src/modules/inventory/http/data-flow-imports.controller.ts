import { Controller } from '@nestjs/common';
import { FLOW_IMPORTS } from '../application/flow-import-kind.js';
import { ExportImports } from '../application/export-imports.js';
import { ImportFiles } from '../application/import-files.js';
import { ListImports } from '../application/list-imports.js';
import { RequestImportCommit } from '../application/request-import-commit.js';
import { RequestImportUndo } from '../application/request-import-undo.js';
import { UndoPlan } from '../application/undo-plan.js';
import { importRoutes } from './import-routes.js';

const Routes = importRoutes({
  kind: FLOW_IMPORTS,
  permission: 'data-flow:write',
  templateName: 'data-flow-list.csv',
});

@Controller('data-flow-imports')
export class DataFlowImportsController extends Routes {
  constructor(
    imports: ListImports,
    requestCommit: RequestImportCommit,
    requestUndo: RequestImportUndo,
    undoPlan: UndoPlan,
    files: ImportFiles,
    exports: ExportImports,
  ) {
    super(imports, requestCommit, requestUndo, undoPlan, files, exports);
  }
}
