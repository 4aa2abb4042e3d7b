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
    fixed: Object.fromEntries(
      of.values
        .map(({ field }) => [field, ticked(form, `fixed.${field}`)] as const)
        .filter(([, value]) => value !== ''),
    ),
  };
}

/** Of what can be ticked a refused form brings back all of it, as its fields read it. */
export function typedSeveral(of: ImportLists, form: FormData): Record<string, string> {
  const names = of.values.filter(({ as }) => as === 'several').map(({ field }) => `fixed.${field}`);
  return Object.fromEntries(names.map((name) => [name, ticked(form, name)]));
}

/** One text, or several that are parted by commas. */
function ticked(form: FormData, name: string): string {
  return form
    .getAll(name)
    .map((value) => (typeof value === 'string' ? value.trim() : ''))
    .filter((value) => value !== '')
    .join(',');
}

/** Without bad rows nothing was asked, and both answers mean the same. */
export function skipsBadRows(form: FormData): boolean {
  return text(form, 'which') === 'good';
}
