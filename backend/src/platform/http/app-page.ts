import { typedId } from '../kernel/typed-id.js';

/** The pages of the UI that notices and lists lead to, by what they show. */
const PAGES = {
  assessment: (id: string) => `/assessments/${typedId('assessment', id)}`,
  'remediation-action': (id: string) => `/plan/${typedId('action', id)}`,
  'remediation-milestone': () => '/plan',
  'remediation-lesson': (id: string) => `/plan/lessons/${typedId('lesson', id)}`,
  risk: (id: string) => `/risks/${typedId('risk', id)}`,
  asset: (id: string) => `/inventory/assets/${typedId('asset', id)}`,
  'data-flow': (id: string) => `/inventory/flows/${typedId('dataFlow', id)}`,
  vulnerability: (id: string) => `/inventory/vulnerabilities/${typedId('vulnerability', id)}`,
  scan: (id: string) => `/inventory/scans/${typedId('scan', id)}`,
  'risk-scale': (id: string) => `/settings/risk-scales/${typedId('scale', id)}`,
  vendor: (id: string) => `/vendors/${typedId('vendor', id)}`,
  'change-review': () => '/assessments/reviews',
  'record-review': (id: string) => `/reviews?state=due&ownerId=${typedId('member', id)}`,
  'unowned-review': () => '/reviews?state=due&ownerId=none',
  incident: (id: string) => `/incidents/${typedId('incident', id)}`,
  'breach-duty': (id: string) => `/incidents/duties/${typedId('breachDuty', id)}`,
  invitation: () => '/settings/members',
} as const satisfies Record<string, (id: string) => string>;

/** The path of the page that shows a record; the front page where it has none of its own. */
export function appPage(type: string, id: string): string {
  return Object.hasOwn(PAGES, type) ? PAGES[type as keyof typeof PAGES](id) : '/';
}
