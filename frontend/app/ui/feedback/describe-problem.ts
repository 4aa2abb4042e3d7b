import type { ApiProblem } from '~/api/problem';
import { t } from '~/messages';

interface Description {
  happened: string;
  kept: string;
  todo: string;
}

/** What happened, what was kept, what to do: the three things that a person wants of a refusal. */
export function describeProblem(problem: ApiProblem, changing: boolean): Description {
  const kept = changing ? t('errors.inputKept') : t('errors.nothingChanged');
  const happened = [problem.title, problem.detail].filter(Boolean).join('. ').replace('..', '.');
  if (problem.code === 'session.invalid-credentials') {
    return { happened: t('entry.wrongCredentials'), kept: t('entry.wrongKept'), todo: t('entry.wrongTodo') };
  }
  if (problem.code === 'backend.interrupted') {
    return {
      happened: t('errors.interruptedHappened'),
      kept: t('errors.interruptedKept'),
      todo: t('errors.interruptedTodo'),
    };
  }
  if (problem.code === 'access.form-token') {
    return { happened: t('errors.formOfBeforeHappened'), kept, todo: t('errors.formOfBeforeTodo') };
  }
  switch (problem.status) {
    case 400:
    case 422:
      if (isOfFile(problem))
        return { happened: t('errors.fileHappened'), kept: t('errors.fileKept'), todo: t('errors.fileTodo') };
      if (!changing) return { happened: reasonOf(problem), kept, todo: t('errors.addressTodo') };
      return { happened: t('errors.invalidHappened'), kept, todo: t('errors.invalidTodo') };
    case 401:
      return { happened: t('errors.signedOutHappened'), kept, todo: t('errors.signedOutTodo') };
    case 403:
      return {
        happened: t('errors.deniedHappened'),
        kept: t('errors.nothingChanged'),
        todo: t('errors.deniedTodo'),
      };
    case 404:
      return {
        happened: t('errors.missingHappened'),
        kept: t('errors.nothingChanged'),
        todo: t('errors.missingTodo'),
      };
    case 409:
      return { happened: happened || t('errors.conflictHappened'), kept, todo: conflictTodo(problem) };
    case 412:
    case 428:
      return { happened: t('errors.staleHappened'), kept, todo: t('errors.staleTodo') };
    case 413:
      return { happened: t('errors.tooLargeHappened'), kept, todo: t('errors.tooLargeTodo') };
    case 429:
      return { happened: t('errors.tooManyHappened'), kept, todo: waitText(problem.retryAfterSeconds) };
    case 502:
    case 503:
    case 504:
      return { happened: t('errors.unreachableHappened'), kept, todo: t('errors.unreachableTodo') };
    default:
      return { happened: happened || t('errors.unexpectedHappened'), kept, todo: unexpectedTodo(problem) };
  }
}

/** Of a page that was asked for with filters which cannot be. */
function reasonOf({ fieldErrors = {} }: ApiProblem): string {
  return Object.values(fieldErrors).flat().join(' ') || t('errors.addressHappened');
}

/** Nothing that was typed is wrong: the file itself cannot be used. */
function isOfFile({ fieldErrors = {} }: ApiProblem): boolean {
  const fields = Object.keys(fieldErrors);
  return fields.length === 1 && fields[0] === 'file';
}

/** What one field holds is taken already: that field is to be changed, the record itself is as it was. */
function conflictTodo({ fieldErrors = {} }: ApiProblem): string {
  return Object.keys(fieldErrors).length > 0 ? t('errors.invalidTodo') : t('errors.conflictTodo');
}

/** What failed before the backend was asked has no request id to pass on. */
function unexpectedTodo({ requestId }: ApiProblem): string {
  return requestId ? t('errors.unexpectedTodo') : t('errors.unexpectedTodoPlain');
}

function waitText(seconds: number | undefined): string {
  if (!seconds) return t('errors.tooManyTodo');
  return t('errors.waitMinutes', { count: Math.max(1, Math.ceil(seconds / 60)) });
}
