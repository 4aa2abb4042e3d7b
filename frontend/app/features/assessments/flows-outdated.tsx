import { Button } from '@mantine/core';
import { Form } from 'react-router';
import { t } from '~/messages';
import { CsrfField } from '~/ui/form/csrf-field';
import styles from './flows-outdated.module.css';

/** The inventory has changed, and the worker has not brought the findings in line yet. */
export function FlowsOutdated({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <Form method="post" className={styles.note}>
      <CsrfField />
      <p>{t('assessments.flowsOutdated', { count })}</p>
      <Button type="submit" name="intent" value="refresh" size="xs" variant="default">
        {t('assessments.refreshFlows')}
      </Button>
    </Form>
  );
}
