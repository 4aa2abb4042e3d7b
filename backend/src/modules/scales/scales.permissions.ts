import { declarePermissions } from '../../platform/access/roles.js';

declarePermissions({
  'scale:read': {
    allows: "See the organization's own scales for rating risk",
    roles: ['org-admin', 'compliance-officer', 'vendor-manager', 'incident-commander', 'auditor'],
  },
  'scale:write': {
    allows: 'Draft own scales and propose them',
    roles: ['compliance-officer'],
  },
  'scale:adopt': {
    allows: 'Adopt or send back a scale that somebody else proposed, retire one',
    roles: ['org-admin', 'compliance-officer'],
  },
  'scale:export': {
    allows: 'Take a scale out as a file',
    roles: ['org-admin', 'compliance-officer', 'auditor'],
  },
});
