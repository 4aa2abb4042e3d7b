/** The pages of records, by the type that the log gives them. Parts of a record are found on the page of the whole. */
const PAGES: Record<string, (id: string) => string> = {
  asset: (id) => `/inventory/assets/${id}`,
  'data-flow': (id) => `/inventory/flows/${id}`,
  vulnerability: (id) => `/inventory/vulnerabilities/${id}`,
  scan: (id) => `/inventory/scans/${id}`,
  incident: (id) => `/incidents/${id}`,
  vendor: (id) => `/vendors/${id}`,
  'asset-import': (id) => `/inventory/import/${id}`,
  'data-flow-import': (id) => `/inventory/flows/import/${id}`,
  assessment: (id) => `/assessments/${id}`,
  risk: (id) => `/risks/${id}`,
  'remediation-action': (id) => `/plan/${id}`,
  'remediation-lesson': (id) => `/plan/lessons/${id}`,
  'risk-scale': (id) => `/settings/risk-scales/${id}`,
  organization: () => '/settings/organization',
  site: (id) => `/settings/sites/${id}`,
  member: (id) => `/settings/members/${id}`,
};

export function recordAddress({ type, id }: { type: string; id: string | null }): string | null {
  return id === null ? null : (PAGES[type]?.(id) ?? null);
}
