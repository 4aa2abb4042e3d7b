/** The only door to the risks module for other modules. */
export { ShowAssessment } from './application/show-assessment.js';
export { currentAssessment } from './persistence/current-assessment.js';
export { RisksModule } from './risks.module.js';
