import { declarePermissions } from '../../platform/access/roles.js';

const readers = [
  'org-admin',
  'compliance-officer',
  'vendor-manager',
  'incident-commander',
  'auditor',
] as const;
const writers = ['org-admin', 'compliance-officer'] as const;
const exporters = ['org-admin', 'compliance-officer', 'auditor'] as const;

declarePermissions({
  'asset:read': { allows: 'See what holds ePHI', roles: readers },
  'asset:write': { allows: 'Add, change, retire and import assets', roles: writers },
  'asset:export': { allows: 'Take the list of assets out as a file', roles: exporters },
  'data-flow:read': { allows: 'See where ePHI goes, as a list and a diagram', roles: readers },
  'data-flow:write': { allows: 'Add, change and end data flows', roles: writers },
  'data-flow:export': { allows: 'Take the list of data flows out as a file', roles: exporters },
});
