import { followAssetsOfInventory, followDataFlows } from '../inventory/index.js';
import { followVendors } from '../vendors/index.js';
import { askToFollowAssets, askToFollowFlows, askToFollowVendor } from './application/ask-to-follow.js';

followDataFlows(askToFollowFlows);
followAssetsOfInventory(askToFollowAssets);
followVendors(askToFollowVendor);
