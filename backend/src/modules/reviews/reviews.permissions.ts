import { declarePermissions } from '../../platform/access/roles.js';

declarePermissions({
  'review:read': {
    allows: 'See which records nobody looked at for a year, and what was said of the others',
    roles: ['org-admin', 'compliance-officer', 'vendor-manager', 'incident-commander', 'auditor'],
  },
  'review:write': {
    allows: 'Review records, of those kinds that one may change',
    roles: ['org-admin', 'compliance-officer', 'vendor-manager'],
  },
  'review:export': {
    allows: 'Take the list of records to review out as a file',
    roles: ['org-admin', 'compliance-officer', 'auditor'],
  },
});
