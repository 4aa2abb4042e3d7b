import { actions } from './actions';
import { entry } from './entry';
import { errors } from './errors';
import { form } from './form';
import { mailbox } from './mailbox';
import { navigation } from './navigation';
import { palette } from './palette';
import { records } from './records';
import { roles } from './roles';
import { session } from './session';
import { settings } from './settings';
import { shell } from './shell';
import { table } from './table';
import { terms } from './terms';
import { work } from './work';

export const en = {
  actions,
  entry,
  errors,
  form,
  mailbox,
  navigation,
  palette,
  records,
  roles,
  session,
  settings,
  shell,
  table,
  terms,
  work,
} as const;
