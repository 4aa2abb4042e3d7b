import { t } from '~/messages';
import type { RefusedForm } from '~/ui/form/app-form';
import { PageHeader } from '~/ui/text/page-header';
import { Stack } from '~/ui/text/section';
import { ColumnMapping } from './column-mapping';
import { CommitForm } from './commit-form';
import { ImportCounts } from './import-counts';
import type { ImportLists } from './import-lists';
import { importNextStep } from './import-next-step';
import { ImportDone, ImportFailed, ImportProgress } from './import-outcome';
import type { loadImport } from './import-page.server';
import { waitsForColumns, type ImportView } from './import-types';
import { PreviewTable } from './preview-table';
import { SheetChoice } from './sheet-choice';
import { Undone, UndoImport, UndoProgress } from './undo-import';

interface ImportPageProps {
  of: ImportLists;
  loaded: Awaited<ReturnType<typeof loadImport>>;
  refused: (RefusedForm & { intent: string }) | undefined;
}

/** A list on its way in: what would happen, what happened, and how to undo it. */
export function ImportPage({ of, loaded, refused }: ImportPageProps) {
  const { list, rows, page, outcome, job, undo, places } = loaded;
  const refusedBy = (intent: string) => (refused && refused.intent === intent ? refused : null);
  return (
    <>
      <PageHeader
        title={list.fileName}
        trail={[{ to: of.page, label: of.title() }]}
        lead={list.status === 'previewed' && listLead(of, list)}
        nextStep={importNextStep(of, list)}
      />
      <Stack>
        {list.status === 'committing' && job && <ImportProgress list={list} job={job} />}
        {list.status === 'committed' && <ImportDone of={of} list={list} />}
        {list.status === 'undoing' && job && <UndoProgress list={list} job={job} />}
        {list.status === 'undone' && <Undone of={of} list={list} />}
        {undo && <UndoImport of={of} list={list} plan={undo} failed={job?.status === 'failed'} />}
        {list.status === 'previewed' && (
          <>
            {job?.status === 'failed' && <ImportFailed code={job.errorCode} />}
            {!waitsForColumns(list) && <ImportCounts list={list} />}
            <SheetChoice key={`sheet-${list.version}`} list={list} refused={refusedBy('sheet')} />
            <ColumnMapping
              key={list.version}
              of={of}
              list={list}
              places={places}
              refused={refusedBy('map')}
            />
            {!waitsForColumns(list) && (
              <PreviewTable of={of} list={list} rows={rows} page={page} outcome={outcome} places={places} />
            )}
            <CommitForm list={list} refused={refusedBy('commit')} />
          </>
        )}
      </Stack>
    </>
  );
}

function listLead(of: ImportLists, list: ImportView): string {
  const { namesakeCount } = list;
  const lead = fileLead(list);
  return namesakeCount > 0 ? `${lead} ${of.namesakes(namesakeCount)}` : lead;
}

function fileLead({ rowCount, delimiter, workbook }: ImportView): string {
  const rows = t('assetImport.rows', { count: rowCount });
  if (delimiter)
    return t('assetImport.listLead', { rows, delimiter: t(`assetImport.delimiter_${delimiter}`) });
  return t('assetImport.sheetLead', { rows, sheet: workbook?.sheet ?? '' });
}
