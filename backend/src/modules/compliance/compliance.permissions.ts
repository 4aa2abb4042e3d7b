import { declarePermissions } from '../../platform/access/roles.js';

declarePermissions({
  'pack:import': {
    allows: 'Bring an official question set or text into the installation, for everybody in it',
    roles: ['org-admin', 'compliance-officer'],
  },
});
