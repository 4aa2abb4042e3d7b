import { read } from '~/api/answers.server';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import { PageError } from '~/ui/feedback/error-page';
import { Citation } from '~/ui/text/citation';
import { legalTerms } from '~/ui/text/legal-terms';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section } from '~/ui/text/section';
import styles from '~/features/terms/terms-list.module.css';
import type { Route } from './+types/_app.terms';

export const meta: Route.MetaFunction = () => pageTitle(t('terms.title'));

export async function loader({ request }: Route.LoaderArgs) {
  const { api } = await requireAccess(request);
  const { nextStep } = await read(api.GET('/api/v1/my-work'));
  return { nextStep };
}

export default function Terms({ loaderData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title={t('terms.title')} lead={t('terms.lead')} nextStep={loaderData.nextStep} />
      <Section>
        <dl className={styles.list}>
          {legalTerms.map((term) => (
            <div key={term.id} id={term.id} className={styles.entry}>
              <dt>{term.term}</dt>
              <dd>
                <p>{term.short}</p>
                {term.long && <p className={styles.long}>{term.long}</p>}
                <p className={styles.citations}>
                  {term.citations.map((citation) => (
                    <Citation key={citation} text={citation} />
                  ))}
                </p>
              </dd>
            </div>
          ))}
        </dl>
      </Section>
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
