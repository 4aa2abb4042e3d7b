import { followAssetsOfInventory, followDataFlows } from '../inventory/index.js';
import { followVendors } from '../vendors/index.js';
import { followVulnerabilities } from '../vulnerabilities/index.js';
import { followAssets, followDataFlow, followScan, followVendor } from './application/follow-records.js';

followAssetsOfInventory(followAssets);
followDataFlows(followDataFlow);
followVendors(followVendor);
followVulnerabilities(followScan);
