/** The only door to notices for other modules: enqueue one of these with the change that it tells of. */
export {
  notifyActionAssigned,
  notifyActionDone,
  notifyAssessmentApproved,
  notifyAssessmentReturned,
  notifyAssessmentSubmitted,
  notifyCriticalFound,
  notifyIncidentReported,
} from './notice-jobs.js';
export { waitsLong } from './domain/waiting-term.js';
