import type { paths } from '~/api/schema';
import { optionalText, text } from '~/session/read-form.server';
import type { ImportLists } from './import-lists';
import type { ImportField, ImportView } from './import-types';

type Mapping =
  paths['/api/v1/asset-imports/{id}/mapping']['put']['requestBody']['content']['application/json'];

/** What the columns mean, in their order; those that the form did not name are left out. */
export function mappingFromForm(of: ImportLists, form: FormData, list: ImportView): Mapping {
  return {
    columns: list.columns.map(({ index }) => optionalText(form, `columns.${index}`) as ImportField | null),
    fixed: Object.fromEntries(of.fixed.map(({ field }) => [field, optionalText(form, `fixed.${field}`)])),
  };
}

/** Without bad rows nothing was asked, and both answers mean the same. */
export function skipsBadRows(form: FormData): boolean {
  return text(form, 'which') === 'good';
}
