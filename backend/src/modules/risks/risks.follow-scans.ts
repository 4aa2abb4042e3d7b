import { followVulnerabilities } from '../vulnerabilities/index.js';
import { followScans } from './application/follow-scans.js';

followVulnerabilities(followScans);
