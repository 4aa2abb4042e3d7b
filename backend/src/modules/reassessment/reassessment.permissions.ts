import { declarePermissions } from '../../platform/access/roles.js';

declarePermissions({
  'change:read': {
    allows: 'See what changed since the signed risk analysis, and what was decided about it',
    roles: ['org-admin', 'compliance-officer', 'vendor-manager', 'incident-commander', 'auditor'],
  },
  'change:report': {
    allows: 'Report a change that no record shows, such as a merger or a move',
    roles: ['org-admin', 'compliance-officer', 'vendor-manager', 'incident-commander'],
  },
  'change:decide': {
    allows: 'Decide whether a change needs a new risk analysis',
    roles: ['compliance-officer'],
  },
  'change:export': {
    allows: 'Take the list of changes out as a file',
    roles: ['org-admin', 'compliance-officer', 'auditor'],
  },
});
