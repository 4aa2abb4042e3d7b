import { attempt, ifMatch, read, refused } from '~/api/answers.server';
import type { Api } from '~/api/client.server';
import { renameFields } from '~/api/rename-fields';
import type { components } from '~/api/schema';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { checked, optionalNumber, text } from '~/session/read-form.server';
import { FACTORS } from './determination-words';

type Content = components['schemas']['SaveDeterminationRequest']['content'];
/** What is left out, the API fills in. */
const NOTHING = {} as Content;
type Answer = Promise<{ data?: unknown; error?: unknown; response: Response }>;

/** What people do with a determination: begin, save, sign, countersign, give back, and decide anew. */
export async function actOnDetermination(api: Api, id: string, form: FormData) {
  const intent = text(form, 'intent');
  const act = ACTS[intent];
  if (!act) throw new Response(null, { status: 400 });
  const { answer, said } = await act(api, id, form);
  const done = await attempt(answer);
  return done.ok
    ? redirectWithFlash(`/incidents/${id}/breach`, said)
    : refused(renameFields(done.problem, ownField), form);
}

const ACTS: Record<
  string,
  (api: Api, id: string, form: FormData) => Promise<{ answer: Answer; said: string }>
> = {
  draft: (api, id) => begun(draft(api, id, NOTHING, null), t('incidents.detSaved')),
  supersede,
  save: (api, id, form) =>
    begun(
      api.PUT('/api/v1/incidents/{id}/determinations/{determinationId}', {
        params: { path: { id, determinationId: text(form, 'determinationId') } },
        headers: ifMatch(form.get('version')),
        body: { content: contentOf(form) },
      }),
      t('incidents.detSaved'),
    ),
  decides: (api, id, form) => begun(signed(api, id, form, 'decides'), t('incidents.detSigned')),
  countersigns: (api, id, form) =>
    begun(signed(api, id, form, 'countersigns'), t('incidents.detCountersigned')),
  returns: (api, id, form) => begun(signed(api, id, form, 'returns'), t('incidents.detReturned')),
};

function begun(answer: Answer, said: string) {
  return Promise.resolve({ answer, said });
}

function draft(api: Api, id: string, content: Content, supersedesId: string | null): Answer {
  return api.POST('/api/v1/incidents/{id}/determinations', {
    params: { path: { id } },
    body: { content, supersedesId },
  });
}

/** A draft with what the earlier one says, to be changed. */
async function supersede(api: Api, id: string, form: FormData) {
  const supersedesId = text(form, 'determinationId');
  const { items } = await read(
    api.GET('/api/v1/incidents/{id}/determinations', { params: { path: { id } } }),
  );
  const before = items.find((each) => each.id === supersedesId);
  return begun(draft(api, id, before?.content ?? NOTHING, supersedesId), t('incidents.detSaved'));
}

function signed(api: Api, id: string, form: FormData, part: 'decides' | 'countersigns' | 'returns'): Answer {
  return api.POST('/api/v1/incidents/{id}/determinations/{determinationId}/signatures', {
    params: { path: { id, determinationId: text(form, 'determinationId') } },
    headers: ifMatch(form.get('version')),
    body: { part, reason: text(form, 'reason') },
  });
}

function contentOf(form: FormData): Content {
  const factor = (name: string) => ({
    reasoning: text(form, `${name}.reasoning`),
    evidence: text(form, `${name}.evidence`),
  });
  return {
    about: text(form, 'about'),
    individuals: optionalNumber(form, 'individuals'),
    coversEveryone: checked(form, 'coversEveryone'),
    protection: {
      state: text(form, 'protection.state'),
      keyCompromised: text(form, 'protection.keyCompromised') || 'unknown',
      because: text(form, 'protection.because'),
    },
    exception: { kind: text(form, 'exception.kind'), because: text(form, 'exception.because') },
    factors: Object.fromEntries(FACTORS.map((name) => [name, factor(name)])),
    conclusion: text(form, 'conclusion') || null,
    because: text(form, 'because'),
  } as Content;
}

/** The API says `content.factors.nature.reasoning`; the form’s field is `nature.reasoning`. */
function ownField(path: string): string {
  return path.replace(/^content\./, '').replace(/^factors\./, '');
}
