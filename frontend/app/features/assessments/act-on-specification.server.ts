import { attempt, ifMatch, refused } from '~/api/answers.server';
import type { Api } from '~/api/client.server';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { text } from '~/session/read-form.server';
import { addEvidence, withdrawEvidence } from './evidence.server';
import { nextUndecided, type AddressableDecision, type Specification } from './specification-words';

interface Place {
  assessmentId: string;
  requirementId: string;
}

/** What the page of a specification can do: decide, confirm what was decided last time, add and withdraw evidence. */
export async function actOnSpecification(api: Api, place: Place, form: FormData) {
  const here = `${pagesOf(place)}/${place.requirementId}`;
  switch (form.get('intent')) {
    case 'evidence': {
      const added = await addEvidence(api, { type: 'decision', id: text(form, 'decisionId') }, form);
      return added.ok
        ? redirectWithFlash(`${here}#evidence`, t('assessments.evidenceAdded'))
        : refused(added.problem, form);
    }
    case 'withdraw': {
      const gone = await withdrawEvidence(api, form);
      return gone.ok
        ? redirectWithFlash(`${here}#evidence`, t('assessments.evidenceWithdrawn'))
        : refused(gone.problem, form);
    }
    case 'confirm': {
      const confirmed = await attempt(
        api.POST('/api/v1/assessments/{id}/specifications/{requirementId}/confirmation', {
          params: { path: pathOf(place) },
          body: { earlierVersion: Number(text(form, 'earlierVersion')) },
        }),
      );
      return confirmed.ok ? goOn(place, confirmed.data.items) : refused(confirmed.problem, form);
    }
    default:
      return decide(api, place, form);
  }
}

async function decide(api: Api, place: Place, form: FormData) {
  const saved = await attempt(
    api.PUT('/api/v1/assessments/{id}/specifications/{requirementId}', {
      params: { path: pathOf(place) },
      headers: ifMatch(form.get('version')),
      body: {
        // What nobody chose is refused at its field.
        decision: text(form, 'decision') as AddressableDecision,
        measure: text(form, 'measure'),
        reasoning: text(form, 'reasoning'),
      },
    }),
  );
  if (!saved.ok) return refused(saved.problem, form);
  if (form.get('then') !== 'stay') return goOn(place, saved.data.items);
  const title = saved.data.items.find(({ requirementId }) => requirementId === place.requirementId)?.title;
  const words = t('specifications.savedAddEvidence', { title: title ?? '' });
  return redirectWithFlash(`${pagesOf(place)}/${place.requirementId}#evidence`, words);
}

/** To the next one that nobody decided, or back to the list. */
function goOn(place: Place, items: Specification[]) {
  const here = items.find(({ requirementId }) => requirementId === place.requirementId);
  const next = here && nextUndecided(items, here);
  return redirectWithFlash(
    next ? `${pagesOf(place)}/${next.requirementId}` : pagesOf(place),
    next ? t('specifications.saved', { title: here.title }) : t('specifications.allDecided'),
  );
}

function pathOf({ assessmentId, requirementId }: Place) {
  return { id: assessmentId, requirementId };
}

function pagesOf({ assessmentId }: Place): string {
  return `/assessments/${assessmentId}/specifications`;
}
