import { Button } from '@mantine/core';
import { Form, Link } from 'react-router';
import { t } from '~/messages';
import { useCan } from '~/session/session';
import { CsrfField } from '~/ui/form/csrf-field';
import { Section } from '~/ui/text/section';
import type { Assessment } from './use-assessment';

/** Of a draft that did not take over the register when it began: what it can still take, and what comes of that. */
export function RegisterLeft({
  assessment: { registerLeft, version },
}: {
  assessment: Pick<Assessment, 'registerLeft' | 'version'>;
}) {
  const mayWork = useCan('assessment:write');
  if (!registerLeft || registerLeft.risks === 0) return null;
  const { from, risks } = registerLeft;
  const [before = '', after = ''] = t('carried.left', { count: risks, from: '\n' }).split('\n');
  return (
    <Section title={t('carried.leftTitle')}>
      <p>
        {before}
        <Link to={`/risks?assessmentId=${from.id}`}>{from.title}</Link>
        {after}
      </p>
      {mayWork && (
        <Form method="post">
          <CsrfField />
          <input type="hidden" name="version" value={version} />
          <p>{t('carried.leftText')}</p>
          <Button type="submit" variant="default">
            {t('carried.take')}
          </Button>
        </Form>
      )}
    </Section>
  );
}
