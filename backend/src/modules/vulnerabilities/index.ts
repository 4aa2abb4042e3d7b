/** The only door to vulnerabilities for other modules. */
export { followVulnerabilities, type VulnerabilityNews } from './application/followers.js';
export { declareSevereUses } from './severe-uses.js';
export { severeOnAssets, type SevereOnAsset } from './persistence/open-severe.js';
