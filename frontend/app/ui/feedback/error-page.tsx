import { isRouteErrorResponse, useLocation } from 'react-router';
import { isApiProblem, type ApiProblem } from '~/api/problem';
import { t } from '~/messages';
import { ButtonLink } from '~/ui/text/button-link';
import { ErrorPanel } from './error-panel';
import styles from './error-page.module.css';

/** The error boundary of a page: it stays inside the frame around it, so that the way on is still there. */
export function PageError({ error }: { error: unknown }) {
  const problem = problemOf(error);
  const { pathname, search } = useLocation();
  const title = titleOf(problem.status);
  return (
    <div className={styles.page}>
      <title>{`${title} · ${t('shell.product')}`}</title>
      <h1>{title}</h1>
      <ErrorPanel problem={problem} title={title}>
        <p className={styles.actions}>
          {problem.status >= 500 && (
            <ButtonLink to="." reloadDocument>
              {t('errors.again')}
            </ButtonLink>
          )}
          {problem.status === 400 && search && (
            <ButtonLink to={pathname}>{t('errors.withoutFilters')}</ButtonLink>
          )}
          <ButtonLink to="/" variant="default">
            {t('errors.home')}
          </ButtonLink>
        </p>
      </ErrorPanel>
    </div>
  );
}

/** The same outside of any frame. */
export function ErrorPage({ error }: { error: unknown }) {
  return (
    <main className={styles.bare}>
      <PageError error={error} />
    </main>
  );
}

function problemOf(error: unknown): ApiProblem {
  if (isRouteErrorResponse(error)) {
    if (isApiProblem(error.data)) return error.data;
    return { status: error.status, code: `page.${error.status}`, title: '' };
  }
  return { status: 500, code: 'page.failed', title: '' };
}

function titleOf(status: number): string {
  if (status === 400) return t('errors.addressTitle');
  if (status === 403) return t('errors.deniedTitle');
  if (status === 404) return t('errors.missingTitle');
  if (status === 502 || status === 503 || status === 504) return t('errors.unreachableTitle');
  return t('errors.unexpectedTitle');
}
