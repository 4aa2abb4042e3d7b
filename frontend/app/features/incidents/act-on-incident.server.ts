import { attempt, ifMatch, refused } from '~/api/answers.server';
import { renameFields } from '~/api/rename-fields';
import type { Api } from '~/api/client.server';
import type { components } from '~/api/schema';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { checked, optionalNumber, optionalText, text } from '~/session/read-form.server';
import { stateWord, type IncidentState } from './incident-words';

type Schemas = components['schemas'];

/** What the team does on the board; each form says which of these by its intent. */
export async function actOnIncident(api: Api, id: string, form: FormData) {
  const intent = text(form, 'intent');
  const act = ACTS[intent];
  if (!act) throw new Response(null, { status: 400 });
  const { answer, said } = act({ api, id, form });
  const done = await attempt(answer as Promise<{ data?: unknown; error?: unknown; response: Response }>);
  return done.ok
    ? redirectWithFlash(`/incidents/${id}${AFTER[intent] ?? ''}`, said)
    : refused(renameFields(done.problem, ownField), form);
}

/** A moment is typed in two fields. */
function ownField(path: string): string {
  return path === 'happenedAt' ? 'happenedOn' : path;
}

interface Act {
  api: Api;
  id: string;
  form: FormData;
}

interface Acted {
  answer: Promise<unknown>;
  said: string;
}

/** The page of the form, where that is not the board. */
const AFTER: Record<string, string> = { sending: '/clocks', entry: '/log', release: '/log' };

const ACTS: Record<string, (act: Act) => Acted> = {
  move,
  triage,
  role,
  entry,
  release,
  task,
  settle,
  leave,
  sending,
  close,
  answer,
};

function move({ api, id, form }: Act): Acted {
  const to = text(form, 'to') as IncidentState;
  return {
    answer: api.POST('/api/v1/incidents/{id}/moves', {
      ...versioned(id, form),
      body: { to, reason: text(form, 'reason') },
    }),
    said: t('incidents.moved', { state: stateWord(to) }),
  };
}

function triage({ api, id, form }: Act): Acted {
  const body = {
    title: text(form, 'title'),
    kind: text(form, 'kind'),
    ...(text(form, 'severity') ? { severity: text(form, 'severity') } : {}),
    handledAs: text(form, 'handledAs'),
    phiInvolved: text(form, 'phiInvolved'),
    reason: text(form, 'reason'),
  } as Schemas['UpdateIncidentRequest'];
  return {
    answer: api.PATCH('/api/v1/incidents/{id}', { ...versioned(id, form), body }),
    said: t('incidents.triageSaved'),
  };
}

function role({ api, id, form }: Act): Acted {
  const given = text(form, 'role') as Schemas['IncidentRole'];
  return {
    answer: api.PUT('/api/v1/incidents/{id}/roles/{role}', {
      params: { path: { id, role: given } },
      body: { memberId: text(form, 'memberId') },
    }),
    said: t('incidents.roleGiven', { role: t(`incidents.role_${given}`) }),
  };
}

function entry({ api, id, form }: Act): Acted {
  const [on, time] = [text(form, 'happenedOn'), text(form, 'happenedTime')];
  const body = {
    kind: text(form, 'kind'),
    lane: checked(form, 'counsel') ? 'counsel' : 'team',
    words: text(form, 'words'),
    ...(on || time ? { happenedAt: `${on}T${time}` } : {}),
    correctsId: optionalText(form, 'correctsId'),
  } as Schemas['WriteIncidentEntryRequest'];
  return {
    answer: api.POST('/api/v1/incidents/{id}/entries', { params: { path: { id } }, body }),
    said: t('incidents.entryWritten'),
  };
}

function release({ api, id, form }: Act): Acted {
  return {
    answer: api.POST('/api/v1/incidents/{id}/entries/{entryId}/release', {
      params: { path: { id, entryId: text(form, 'entryId') } },
      body: { reason: text(form, 'reason') },
    }),
    said: t('incidents.releasedFlash'),
  };
}

function task({ api, id, form }: Act): Acted {
  const body = {
    phase: text(form, 'phase'),
    title: text(form, 'title'),
    ownerId: optionalText(form, 'ownerId'),
  } as Schemas['AddIncidentTaskRequest'];
  return {
    answer: api.POST('/api/v1/incidents/{id}/tasks', { params: { path: { id } }, body }),
    said: t('incidents.taskSaved'),
  };
}

function settle({ api, id, form }: Act): Acted {
  const outcome = text(form, 'outcome');
  const body = {
    status: text(form, 'status'),
    ...(outcome ? { outcome } : {}),
  } as Schemas['UpdateIncidentTaskRequest'];
  const path = { id, taskId: text(form, 'taskId') };
  return {
    answer: api.PATCH('/api/v1/incidents/{id}/tasks/{taskId}', {
      params: { path },
      headers: ifMatch(form.get('version')),
      body,
    }),
    said: t('incidents.taskSaved'),
  };
}

function leave({ api, id, form }: Act): Acted {
  const tasks = text(form, 'tasks')
    .split(' ')
    .map((seen) => seen.split(':'))
    .map(([task = '', version]) => ({ id: task, version: Number(version) }));
  return {
    answer: api.POST('/api/v1/incidents/{id}/tasks/left', {
      params: { path: { id } },
      body: { tasks, outcome: text(form, 'outcome') },
    }),
    said: t('incidents.taskSaved'),
  };
}

function sending({ api, id, form }: Act): Acted {
  const body = {
    sentOn: text(form, 'sentOn'),
    method: text(form, 'method'),
    recipients: optionalNumber(form, 'recipients'),
    note: text(form, 'note'),
    completes: checked(form, 'completes'),
  } as Schemas['RecordSendingRequest'];
  return {
    answer: api.POST('/api/v1/incidents/{id}/duties/{dutyId}/sendings', {
      params: { path: { id, dutyId: text(form, 'dutyId') } },
      body,
    }),
    said: t('incidents.recorded'),
  };
}

function close({ api, id, form }: Act): Acted {
  const body = {
    outcome: text(form, 'outcome'),
    reason: text(form, 'reason'),
  } as Schemas['AskToCloseIncidentRequest'];
  return {
    answer: api.POST('/api/v1/incidents/{id}/closing', { ...versioned(id, form), body }),
    said: t('incidents.closeAsked'),
  };
}

function answer({ api, id, form }: Act): Acted {
  const body = { confirms: text(form, 'confirms') === 'yes', reason: text(form, 'reason') };
  return {
    answer: api.POST('/api/v1/incidents/{id}/closing/answer', { ...versioned(id, form), body }),
    said: t('incidents.closeAnswered'),
  };
}

function versioned(id: string, form: FormData) {
  return { params: { path: { id } }, headers: ifMatch(form.get('version')) };
}
