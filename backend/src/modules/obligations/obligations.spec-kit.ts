/** For specs of modules that open obligations: what reminds of them. */
export { RemindOfDue } from './jobs/remind-of-due.task.js';
