/** The only door to vendors for other modules. */
export { agreementStanding, allowsEphi, type AgreementStatus } from './domain/agreement.js';
export { followVendors, type VendorNews } from './application/followers.js';
export { agreementStatus } from './vendor.schemas.js';
export { lockEndings } from './persistence/ending-lock.js';
export { allowsEphiSql, reachesVendorSql } from './persistence/vendor.sql.js';
