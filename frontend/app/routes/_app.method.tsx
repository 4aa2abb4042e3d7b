import { read } from '~/api/answers.server';
import { confidenceWord } from '~/features/assessments/words';
import styles from '~/features/method/method.module.css';
import { MethodSteps, MethodTests } from '~/features/method/method-steps';
import { ScalePart } from '~/features/method/scale-part';
import { ScaleTable } from '~/features/scales/scale-table';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import { PageError } from '~/ui/feedback/error-page';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Facts, Section, Stack } from '~/ui/text/section';
import type { Route } from './+types/_app.method';

const CONVENTIONS = ['review', 'acceptance', 'second', 'waiting', 'unknown', 'keep'] as const;

export const meta: Route.MetaFunction = () => pageTitle(t('method.title'));

const ADOPTED = { status: 'adopted' } as const;

export async function loader({ request }: Route.LoaderArgs) {
  const { api, session } = await requireAccess(request);
  const [method, own] = await Promise.all([
    read(api.GET('/api/v1/methodology')),
    session.permissions.includes('scale:read')
      ? read(api.GET('/api/v1/risk-scales', { params: { query: { ...ADOPTED, limit: 100 } } }))
      : null,
  ]);
  return { method, own: own?.items ?? [] };
}

/** The methodology: 45 CFR 164.308(a)(1)(ii)(A) after the steps of NIST SP 800-30. */
export default function Method({ loaderData }: Route.ComponentProps) {
  const { steps, tests, scales, packs } = loaderData.method;
  return (
    <>
      <PageHeader
        title={t('method.title')}
        lead={t('method.lead')}
        nextStep={{
          title: t('method.nextTitle'),
          text: t('method.nextText'),
          citation: '45 CFR 164.308(a)(1)(ii)(A)',
          href: '/assessments',
        }}
      />
      <Stack>
        <Section id="steps" title={t('method.steps')} lead={t('method.stepsLead')}>
          <MethodSteps steps={steps} />
        </Section>
        <Section id="tests" title={t('method.tests')} lead={t('method.testsLead')}>
          <MethodTests tests={tests} />
        </Section>
        <Section id="scales" title={t('method.scales')} lead={t('method.scalesLead')}>
          {scales.map((scale) => (
            <ScalePart key={scale.id} scale={scale} />
          ))}
        </Section>
        {loaderData.own.length > 0 && (
          <Section id="own-scales" flush title={t('scales.methodTitle')} lead={t('scales.methodLead')}>
            <ScaleTable scales={loaderData.own} filters={ADOPTED} />
          </Section>
        )}
        <Section id="conventions" title={t('method.conventions')} lead={t('method.conventionsLead')}>
          <ul className={styles.list}>
            {CONVENTIONS.map((name) => (
              <li key={name}>{t(`method.convention_${name}`)}</li>
            ))}
          </ul>
        </Section>
        <Section id="packs" title={t('method.packs')}>
          <Facts
            rows={packs.map(({ pack, version, title, provenance }) => ({
              name: `${pack} ${version}`,
              value: `${title}. ${provenance.basis} ${confidenceWord(provenance.confidence)}.`,
            }))}
          />
        </Section>
      </Stack>
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
