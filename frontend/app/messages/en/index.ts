import { actions } from './actions';
import { assessments } from './assessments';
import { assetImport } from './asset-import';
import { changes } from './changes';
import { dataFlows } from './data-flows';
import { audit } from './audit';
import { documents } from './documents';
import { earlierAnswers } from './earlier-answers';
import { entry } from './entry';
import { errors } from './errors';
import { form } from './form';
import { inventory } from './inventory';
import { mailbox } from './mailbox';
import { navigation } from './navigation';
import { nextSteps } from './next-steps';
import { palette } from './palette';
import { records } from './records';
import { remediation } from './remediation';
import { risks } from './risks';
import { roles } from './roles';
import { sanitization } from './sanitization';
import { session } from './session';
import { settings } from './settings';
import { shell } from './shell';
import { specifications } from './specifications';
import { table } from './table';
import { terms } from './terms';
import { vendors } from './vendors';
import { work } from './work';

export const en = {
  actions,
  assessments,
  assetImport,
  audit,
  changes,
  dataFlows,
  documents,
  earlierAnswers,
  entry,
  errors,
  form,
  inventory,
  mailbox,
  navigation,
  nextSteps,
  palette,
  records,
  remediation,
  risks,
  roles,
  sanitization,
  session,
  settings,
  shell,
  specifications,
  table,
  terms,
  vendors,
  work,
} as const;
