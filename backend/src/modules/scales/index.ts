/** The only door to the organization's own scales for other modules. */
export { holdInForce, pinnedScales, type PinnedScale } from './application/pinned-scale.js';
