import type { FileKind } from './file-kind.js';

const LONGEST = 150;

/** A name to show and to save under: no path, nothing invisible, and an ending that says what the content is. */
export function fileName(given: string, kind: FileKind): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const visible = last
    // Control characters, and those that turn the direction of what follows.
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/[<>:"|?*]/g, '_')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .replace(/[. ]+$/, '');
  const dot = visible.lastIndexOf('.');
  const ending = dot > 0 ? visible.slice(dot + 1).toLowerCase() : '';
  const fits = kind.endings.includes(ending);
  const stem = (fits ? visible.slice(0, dot) : visible) || 'file';
  return `${[...stem].slice(0, LONGEST).join('')}.${fits ? ending : kind.endings[0]}`;
}

/** The header for a download: RFC 6266, with the plain name for old programs and the full one for the others. */
export function attachment(name: string): string {
  const ascii = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
