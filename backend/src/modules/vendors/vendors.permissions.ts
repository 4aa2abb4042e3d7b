import { declarePermissions } from '../../platform/access/roles.js';

declarePermissions({
  'vendor:read': {
    allows: 'See vendors and how their agreements stand',
    roles: ['org-admin', 'compliance-officer', 'vendor-manager', 'incident-commander', 'auditor'],
  },
  'vendor:write': {
    allows: 'Add and change vendors and their agreements',
    roles: ['compliance-officer', 'vendor-manager'],
  },
  'vendor:export': {
    allows: 'Take the list of vendors out as a file',
    roles: ['org-admin', 'compliance-officer', 'vendor-manager', 'auditor'],
  },
});
