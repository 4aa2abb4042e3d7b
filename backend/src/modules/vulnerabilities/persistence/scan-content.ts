import { encryptedColumn } from '../../../platform/crypto/encrypted-column.js';
import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { ScanReading, ScanRow } from '../domain/csv/read-rows.js';
import type { ReadResult, Sighting } from '../domain/sighting.js';

/**
 * A file as it was read, what its columns mean, and which asset a person said each host is (by the host's key), and each
 * run is of (by its number) as far as its results name none.
 */
export type ScanContent = {
  hosts: Record<string, string | null>;
  runs?: Record<string, string | null>;
} & (
  | {
      format: 'csv';
      headings: string[];
      /** Rows above the headings, which are about the scan and not taken over. */
      rowsAbove: number;
      reading: ScanReading;
      rows: ScanRow[];
    }
  | { format: 'sarif'; tools: string[]; results: ReadResult[] }
);

type CsvContent = ScanContent & { format: 'csv' };
type SarifContent = ScanContent & { format: 'sarif' };

/** A place in the texts. */
type Packed<T, Texts extends keyof T> = Omit<T, Texts> & Record<Texts, number>;
type PackedSighting = Packed<Sighting, 'tool' | 'title' | 'description' | 'output' | 'solution' | 'cves'>;
type PackedResult = Omit<Packed<ReadResult, 'label' | 'tool' | 'host'>, 'sighting'> & {
  sighting: PackedSighting | null;
};
type PackedSarif = Omit<SarifContent, 'results'> & { texts: string[]; results: PackedResult[] };

/**
 * As it is stored: what a scanner says of a check stands in each of its results, so each text is kept once. A file of a
 * few megabytes would otherwise become hundreds.
 */
export function packContent(content: ScanContent): CsvContent | PackedSarif {
  if (content.format === 'csv') return content;
  const places = new Map<string, number>();
  const place = (text: string): number => {
    const known = places.get(text) ?? places.size;
    places.set(text, known);
    return known;
  };
  const results = content.results.map(({ label, tool, host, sighting, ...rest }): PackedResult => ({
    ...rest,
    label: place(label),
    tool: place(tool),
    host: place(host),
    sighting: sighting && packSighting(sighting, place),
  }));
  return { ...content, results, texts: [...places.keys()] };
}

function packSighting(sighting: Sighting, place: (text: string) => number): PackedSighting {
  return {
    ...sighting,
    tool: place(sighting.tool),
    title: place(sighting.title),
    description: place(sighting.description),
    output: place(sighting.output),
    solution: place(sighting.solution),
    cves: place(sighting.cves.join(' ')),
  };
}

/** The opposite. Results share their texts in memory too. */
export function unpackContent(stored: ScanContent | PackedSarif): ScanContent {
  // Files that were read before texts were kept once have none.
  if (!('texts' in stored)) return stored;
  const { texts, results, ...content } = stored;
  return {
    ...content,
    results: results.map(({ label, tool, host, sighting, ...rest }) => ({
      ...rest,
      label: texts[label]!,
      tool: texts[tool]!,
      host: texts[host]!,
      sighting: sighting && unpackSighting(sighting, texts),
    })),
  };
}

function unpackSighting(sighting: PackedSighting, texts: readonly string[]): Sighting {
  return {
    ...sighting,
    tool: texts[sighting.tool]!,
    title: texts[sighting.title]!,
    description: texts[sighting.description]!,
    output: texts[sighting.output]!,
    solution: texts[sighting.solution]!,
    cves: texts[sighting.cves]!.split(' ').filter((cve) => cve !== ''),
  };
}

/** Scanners write whatever they come across. */
const column = encryptedColumn('scan', 'content');

export function sealContent(tx: ReadTx, scanId: string, content: ScanContent): Buffer {
  return column.seal(tx, scanId, JSON.stringify(packContent(content)));
}

export function openContent(tx: ReadTx, scanId: string, box: Buffer | null): ScanContent | null {
  const opened = column.openOrNull(tx, scanId, box);
  return opened === null ? null : unpackContent(JSON.parse(opened) as ScanContent | PackedSarif);
}
