import { Controller } from '@nestjs/common';
import { ASSET_IMPORTS } from '../application/asset-import-kind.js';
import { ExportImports } from '../application/export-imports.js';
import { ImportFiles } from '../application/import-files.js';
import { ListImports } from '../application/list-imports.js';
import { RequestImportCommit } from '../application/request-import-commit.js';
import { RequestImportUndo } from '../application/request-import-undo.js';
import { UndoPlan } from '../application/undo-plan.js';
import { importRoutes } from './import-routes.js';

const Routes = importRoutes({
  kind: ASSET_IMPORTS,
  permission: 'asset:write',
  templateName: 'asset-list.csv',
});

@Controller('asset-imports')
export class AssetImportsController extends Routes {
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
