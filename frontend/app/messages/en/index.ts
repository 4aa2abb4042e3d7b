import { actions } from './actions';
import { assessments } from './assessments';
import { assetImport } from './asset-import';
import { carried } from './carried';
import { changes } from './changes';
import { dataFlows } from './data-flows';
import { audit } from './audit';
import { documents } from './documents';
import { earlierAnswers } from './earlier-answers';
import { effects } from './effects';
import { entry } from './entry';
import { errors } from './errors';
import { form } from './form';
import { gates } from './gates';
import { incidents } from './incidents';
import { inventory } from './inventory';
import { lessons } from './lessons';
import { mailbox } from './mailbox';
import { method } from './method';
import { navigation } from './navigation';
import { nextSteps } from './next-steps';
import { palette } from './palette';
import { planViews } from './plan-views';
import { proposals } from './proposals';
import { reassessment } from './reassessment';
import { recordReviews } from './record-reviews';
import { records } from './records';
import { remediation } from './remediation';
import { risks } from './risks';
import { roles } from './roles';
import { sanitization } from './sanitization';
import { scales } from './scales';
import { scans } from './scans';
import { session } from './session';
import { settings } from './settings';
import { shell } from './shell';
import { specifications } from './specifications';
import { table } from './table';
import { terms } from './terms';
import { trend } from './trend';
import { vendors } from './vendors';
import { vulnerabilities } from './vulnerabilities';
import { work } from './work';

export const en = {
  actions,
  assessments,
  assetImport,
  audit,
  carried,
  changes,
  dataFlows,
  documents,
  earlierAnswers,
  effects,
  entry,
  errors,
  form,
  gates,
  incidents,
  inventory,
  lessons,
  mailbox,
  method,
  navigation,
  nextSteps,
  palette,
  planViews,
  proposals,
  reassessment,
  recordReviews,
  records,
  remediation,
  risks,
  roles,
  sanitization,
  scales,
  scans,
  session,
  settings,
  shell,
  specifications,
  table,
  terms,
  trend,
  vendors,
  vulnerabilities,
  work,
} as const;
