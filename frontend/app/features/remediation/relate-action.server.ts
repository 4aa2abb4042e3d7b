import { attempt, ifMatch, read } from '~/api/answers.server';
import type { Api } from '~/api/client.server';
import type { ApiProblem } from '~/api/problem';
import { t } from '~/messages';
import { optionalText, text } from '~/session/read-form.server';
import { namedBy } from './choices.server';

type Refusal = { ok: false; problem: ApiProblem };

function at(form: FormData) {
  return ifMatch(form.get('version'));
}

function expectedFrom(form: FormData) {
  return {
    expectedLikelihood: optionalText(form, 'expectedLikelihood'),
    expectedImpact: optionalText(form, 'expectedImpact'),
  };
}

export function setEffect(api: Api, id: string, form: FormData, riskId = text(form, 'riskId')) {
  return attempt(
    api.PUT('/api/v1/actions/{id}/risks/{riskId}', {
      params: { path: { id, riskId } },
      headers: at(form),
      body: expectedFrom(form),
    }),
  );
}

/** The risk is named by its number, as people speak of it, or by words that fit no other one. */
export async function addEffect(api: Api, id: string, form: FormData) {
  const q = namedBy(text(form, 'riskNumber'), 'R');
  const query = { q, assessmentId: text(form, 'assessmentId'), limit: 2 };
  const items = q ? (await read(api.GET('/api/v1/risks', { params: { query } }))).items : [];
  return items.length === 1
    ? setEffect(api, id, form, items[0]!.id)
    : notOne(items.length, 'riskNumber', 'R-12');
}

export function removeEffect(api: Api, id: string, form: FormData) {
  return attempt(
    api.DELETE('/api/v1/actions/{id}/risks/{riskId}', {
      params: { path: { id, riskId: text(form, 'riskId') } },
      headers: at(form),
    }),
  );
}

export async function addDependency(api: Api, id: string, form: FormData) {
  const q = namedBy(text(form, 'waitsForId'), 'A');
  const query = { q, limit: 2 };
  const items = q ? (await read(api.GET('/api/v1/actions', { params: { query } }))).items : [];
  if (items.length !== 1) return notOne(items.length, 'waitsForId', 'A-12');
  return attempt(
    api.POST('/api/v1/actions/{id}/dependencies', {
      params: { path: { id } },
      headers: at(form),
      body: { waitsForId: items[0]!.id },
    }),
  );
}

export function removeDependency(api: Api, id: string, form: FormData) {
  return attempt(
    api.DELETE('/api/v1/actions/{id}/dependencies/{waitsForId}', {
      params: { path: { id, waitsForId: text(form, 'waitsForId') } },
      headers: at(form),
    }),
  );
}

/** The decisions of who checks an action, a group of fields for each risk. */
export function decisionsFrom(form: FormData) {
  const decisions = [];
  for (let index = 0; form.has(`risks.${index}.riskId`); index += 1) {
    const field = (name: string) => text(form, `risks.${index}.${name}`);
    decisions.push({
      riskId: field('riskId'),
      riskVersion: Number(field('riskVersion')),
      decision: field('decision') as 'move' | 'leave',
      reason: field('reason'),
    });
  }
  return decisions;
}

function notOne(count: number, field: string, example: string): Refusal {
  const message = count === 0 ? t('effects.notFound', { example }) : t('effects.several', { example });
  return {
    ok: false,
    problem: { status: 400, code: 'request.invalid', title: message, fieldErrors: { [field]: [message] } },
  };
}
