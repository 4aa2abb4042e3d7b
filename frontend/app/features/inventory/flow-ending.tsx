import { Button } from '@mantine/core';
import { Form } from 'react-router';
import { t } from '~/messages';
import { ConfirmDialog } from '~/ui/feedback/confirm-dialog';
import { CsrfField } from '~/ui/form/csrf-field';
import type { DataFlow } from './flow-labels';

export function FlowEnding({ flow }: { flow: DataFlow }) {
  if (flow.active) {
    return (
      <ConfirmDialog
        label={t('dataFlows.end')}
        title={t('dataFlows.endTitle', { name: flow.name })}
        consequence={t('dataFlows.endConsequence')}
        confirmLabel={t('dataFlows.endConfirm')}
        fields={{ intent: 'active', active: 'false', version: flow.version }}
      />
    );
  }
  return (
    <Form method="post">
      <CsrfField />
      <input type="hidden" name="version" value={flow.version} />
      <input type="hidden" name="active" value="true" />
      <Button type="submit" name="intent" value="active" variant="default">
        {t('dataFlows.resume')}
      </Button>
    </Form>
  );
}
