import type { paths } from '~/api/schema';
import { optionalText, text } from '~/session/read-form.server';
import type { Scan, ScanField } from './scan-types';

type Body<Path extends keyof paths, Method extends keyof paths[Path]> = paths[Path][Method] extends {
  requestBody: { content: { 'application/json': infer B } };
}
  ? B
  : never;

/** Day, scanner and columns, in the order of the file; columns that the form does not name are left out. */
export function readingFromForm(form: FormData, scan: Scan): Body<'/api/v1/scans/{id}/reading', 'put'> {
  return {
    columns: scan.columns.map(({ index }) => optionalText(form, `columns.${index}`) as ScanField | null),
    tool: text(form, 'tool'),
    scannedOn: text(form, 'scannedOn'),
  };
}

/** Of the hosts on the page, those whose asset was chosen anew. */
export function hostsFromForm(form: FormData): Body<'/api/v1/scans/{id}/hosts', 'put'> {
  const hosts = form.getAll('host').map((host, index) => ({
    host: typeof host === 'string' ? host : '',
    assetId: optionalText(form, `hosts.${index}.assetId`),
    was: optionalText(form, `hosts.${index}.was`),
  }));
  return {
    hosts: hosts
      .filter(({ assetId, was }) => assetId !== was)
      .map(({ host, assetId }) => ({ host, assetId })),
  };
}

export function commitFromForm(form: FormData): Body<'/api/v1/scans/{id}/commit', 'post'> {
  return {
    isComplete: text(form, 'coverage') === 'complete',
    // Without unusable rows nothing was asked, and both answers mean the same.
    skipUnusable: text(form, 'unusable') !== 'all',
  };
}
