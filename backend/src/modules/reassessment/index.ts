/** The only door to reassessment for other modules. */
export { coverChanges } from './application/cover-changes.js';
export { giveChangesBack } from './application/give-changes-back.js';
export { changesOfYear } from './application/changes-of-year.js';
export { takeTurn as takeTurnOfChanges } from './persistence/change-rows.js';
export { ReassessmentModule } from './reassessment.module.js';
