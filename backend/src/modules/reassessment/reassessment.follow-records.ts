import { followAssetsOfInventory, followDataFlows } from '../inventory/index.js';
import { followVendors } from '../vendors/index.js';
import { followVulnerabilities } from '../vulnerabilities/index.js';
import { followAssets, followFlows, followScan, followVendor } from './application/follow-records.js';

followAssetsOfInventory(followAssets);
followDataFlows(followFlows);
followVendors(followVendor);
followVulnerabilities(followScan);
