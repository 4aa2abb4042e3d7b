import { declarePermissions } from '../../platform/access/roles.js';

const EVERYBODY_WHO_WRITES = [
  'org-admin',
  'compliance-officer',
  'vendor-manager',
  'incident-commander',
  'staff',
] as const;

declarePermissions({
  'incident:report': {
    allows: 'Report that something happened, and see what became of it',
    roles: EVERYBODY_WHO_WRITES,
  },
  'incident:read': {
    allows: 'See incidents: all of them with “incident-register:read”, else those of whose team one is',
    roles: [...EVERYBODY_WHO_WRITES, 'auditor'],
  },
  'incident-register:read': {
    allows: 'See every incident, but what counsel keeps apart',
    roles: ['org-admin', 'compliance-officer', 'incident-commander', 'auditor'],
  },
  'incident:work': {
    allows: 'Write in the log and work on tasks of incidents of whose team one is',
    roles: EVERYBODY_WHO_WRITES,
  },
  'incident:run': {
    allows: 'Lead incidents: their states, roles, facts and notices',
    roles: ['compliance-officer', 'incident-commander'],
  },
  'incident:decide': {
    allows: 'Sign and countersign whether it is a breach',
    roles: ['compliance-officer', 'incident-commander'],
  },
  'incident:close': {
    allows: 'Confirm, as the second person, that an incident is closed',
    roles: ['org-admin', 'compliance-officer', 'incident-commander'],
  },
  'incident:export': {
    allows: 'Take the register of incidents out as a file',
    roles: ['org-admin', 'compliance-officer', 'incident-commander', 'auditor'],
  },
});
