import { attempt, ifMatch, read } from '~/api/answers.server';
import type { Api } from '~/api/client.server';
import type { ApiProblem } from '~/api/problem';
import { t } from '~/messages';
import { optionalText, text } from '~/session/read-form.server';

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

/** The risk is named by its number, as people speak of it. */
export async function addEffect(api: Api, id: string, form: FormData) {
  const number = numberIn(text(form, 'riskNumber'), /^r?-?(\d{1,9})$/i);
  if (!number) return noSuchNumber('riskNumber', 'R-12');
  const query = { q: `R-${number}`, assessmentId: text(form, 'assessmentId'), limit: 1 };
  const { items } = await read(api.GET('/api/v1/risks', { params: { query } }));
  return items[0] ? setEffect(api, id, form, items[0].id) : noSuchNumber('riskNumber', 'R-12');
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
  const number = numberIn(text(form, 'waitsForId'), /^a?-?(\d{1,9})$/i);
  if (!number) return noSuchNumber('waitsForId', 'A-12');
  const query = { q: `A-${number}`, limit: 1 };
  const { items } = await read(api.GET('/api/v1/actions', { params: { query } }));
  if (!items[0]) return noSuchNumber('waitsForId', 'A-12');
  return attempt(
    api.POST('/api/v1/actions/{id}/dependencies', {
      params: { path: { id } },
      headers: at(form),
      body: { waitsForId: items[0].id },
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

function numberIn(typed: string, form: RegExp): string | undefined {
  return form.exec(typed)?.[1];
}

function noSuchNumber(field: string, example: string): Refusal {
  const message = t('effects.notFound', { example });
  return {
    ok: false,
    problem: { status: 400, code: 'request.invalid', title: message, fieldErrors: { [field]: [message] } },
  };
}
