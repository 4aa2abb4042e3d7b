/** What a column of a scanner's list may hold, and by which headings the usual scanners call it. */
export const SCAN_FIELDS = {
  host: {
    heading: 'Host',
    synonyms: [
      'host name',
      'hostname',
      'asset',
      'asset name',
      'asset tag',
      'tag',
      'computer',
      'device',
      'netbios',
      'netbios name',
      'target',
      'system',
      'asset.name',
      'display name',
      'asset.display_fqdn',
    ],
  },
  address: {
    heading: 'Address',
    synonyms: [
      'ip',
      'ip address',
      'ipv4',
      'ipv4 address',
      'host ip',
      'asset ip address',
      'asset.display_ipv4_address',
    ],
  },
  dns: { heading: 'DNS name', synonyms: ['dns', 'fqdn', 'dns name', 'domain name', 'qg host name'] },
  tool: { heading: 'Scanner', synonyms: ['tool', 'scanner name', 'source', 'scan tool'] },
  ruleId: {
    heading: 'Number of the check',
    synonyms: [
      'plugin id',
      'plugin',
      'qid',
      'nvt oid',
      'oid',
      'rule id',
      'rule',
      'check id',
      'vulnerability id',
      'vuln id',
      'definition.id',
      'check',
    ],
  },
  title: {
    heading: 'Title',
    synonyms: [
      'name',
      'plugin name',
      'nvt name',
      'vulnerability',
      'vulnerability name',
      'vulnerability title',
      'issue',
      'finding',
      'summary title',
      'definition.name',
    ],
  },
  cve: { heading: 'CVE', synonyms: ['cves', 'cve id', 'cve ids', 'cve-id', 'definition.cve'] },
  severity: {
    heading: 'Severity',
    synonyms: ['risk', 'risk level', 'risk factor', 'threat level', 'level', 'severity level', 'priority'],
  },
  cvss: {
    heading: 'CVSS',
    synonyms: [
      'cvss v4.0 base score',
      'cvss4 base score',
      'cvss v3.0 base score',
      'cvss v3.1 base score',
      'cvss v3 base score',
      'cvss3 base score',
      'cvss3.1 base',
      'cvss3 base',
      'cvss base score',
      'cvss score',
      'cvss base',
      'score',
      'base score',
      'definition.cvss3.base_score',
      'cvss v2.0 base score',
      'cvss2 base score',
      'cvss v2 base score',
    ],
  },
  port: { heading: 'Port', synonyms: ['port number', 'service port'] },
  protocol: { heading: 'Protocol', synonyms: ['port protocol', 'ip protocol', 'transport'] },
  location: {
    heading: 'Place',
    synonyms: ['location', 'path', 'url', 'uri', 'file', 'component', 'package', 'instance'],
  },
  description: {
    heading: 'Description',
    synonyms: [
      'synopsis',
      'summary',
      'threat',
      'details',
      'detail',
      'impact',
      'definition.synopsis',
      'definition.description',
    ],
  },
  output: {
    heading: 'What the scanner saw',
    synonyms: ['plugin output', 'specific result', 'results', 'result', 'output', 'evidence', 'proof'],
  },
  solution: {
    heading: 'Solution',
    synonyms: [
      'remediation',
      'fix',
      'recommendation',
      'how to fix',
      'steps to remediate',
      'definition.solution',
    ],
  },
  firstSeen: {
    heading: 'First seen',
    synonyms: [
      'first found',
      'first detected',
      'first discovered',
      'first_found',
      'first observed',
      'found on',
    ],
  },
  lastSeen: {
    heading: 'Last seen',
    synonyms: [
      'last found',
      'last detected',
      'last observed',
      'last_found',
      'timestamp',
      'scan date',
      'date',
      'last scanned',
      'detection date',
    ],
  },
  state: {
    heading: 'State',
    synonyms: ['status', 'vuln status', 'vulnerability status', 'vulnerability state', 'finding state'],
  },
} as const satisfies Record<string, { heading: string; synonyms: readonly string[] }>;

export type ScanField = keyof typeof SCAN_FIELDS;
export const SCAN_FIELD_NAMES = Object.keys(SCAN_FIELDS) as [ScanField, ...ScanField[]];

/** Which column of the file is which field; null: not taken over. */
export type ScanColumns = (ScanField | null)[];

/** For each known heading its field, and how good a name it is: 0 is the best. */
const byKey = new Map<string, { field: ScanField; rank: number }>();
for (const field of SCAN_FIELD_NAMES) {
  const { heading, synonyms } = SCAN_FIELDS[field];
  [field, heading, ...synonyms].forEach((name, rank) => {
    const key = keyOf(name);
    if (!byKey.has(key)) byKey.set(key, { field, rank });
  });
}

/** Reads headings as scanners write them. Of several for one field the best name wins: CVSS 3 goes before CVSS 2. */
export function matchScanHeadings(headings: readonly string[]): ScanColumns {
  const best = new Map<ScanField, { column: number; rank: number }>();
  headings.forEach((heading, column) => {
    const known = byKey.get(keyOf(heading));
    if (!known) return;
    const earlier = best.get(known.field);
    if (!earlier || known.rank < earlier.rank) best.set(known.field, { column, rank: known.rank });
  });
  const columns: ScanColumns = headings.map(() => null);
  for (const [field, { column }] of best) columns[column] = field;
  return columns;
}

const HEADINGS_LOOKED_FOR = 12;
const ENOUGH_KNOWN = 3;

/** The row that has the headings: some scanners write facts about the scan above them. Its index; 0 when in doubt. */
export function headingRow(rows: readonly (readonly string[])[]): number {
  const known = rows
    .slice(0, HEADINGS_LOOKED_FOR)
    .map((cells) => matchScanHeadings(cells).filter((field) => field !== null).length);
  const first = known.findIndex((count) => count >= ENOUGH_KNOWN);
  return Math.max(first, 0);
}

/** The scanner, as far as its headings give it away. */
export function likelyTool(headings: readonly string[]): string {
  const keys = new Set(headings.map(keyOf));
  if (keys.has('nvtoid')) return 'OpenVAS';
  if (keys.has('qid')) return 'Qualys';
  if (keys.has('pluginid') || keys.has('definitionid')) return 'Nessus';
  return '';
}

function keyOf(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
