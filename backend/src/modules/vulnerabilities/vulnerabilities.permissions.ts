import { declarePermissions } from '../../platform/access/roles.js';

declarePermissions({
  'vulnerability:read': {
    allows: 'See what scanners found on assets',
    roles: ['org-admin', 'compliance-officer', 'incident-commander', 'auditor'],
  },
  'vulnerability:write': {
    allows: 'Bring in files of scanners and decide on what they found',
    roles: ['org-admin', 'compliance-officer'],
  },
  'vulnerability:export': {
    allows: 'Take the list of vulnerabilities out as a file',
    roles: ['org-admin', 'compliance-officer', 'auditor'],
  },
});
