import { Button } from '@mantine/core';
import { Form } from 'react-router';
import { t } from '~/messages';
import { CsrfField } from '~/ui/form/csrf-field';
import { RISK_STATUSES, type Risk } from './words';

export function RiskStatusMoves({ risk }: { risk: Risk }) {
  return RISK_STATUSES.filter((status) => status !== risk.status && risk.allowedActions.includes(status)).map(
    (status) => (
      <Form key={status} method="post">
        <CsrfField />
        <input type="hidden" name="intent" value="status" />
        <input type="hidden" name="version" value={risk.version} />
        <Button type="submit" name="status" value={status} variant="default" size="sm">
          {t(`risks.moveTo_${status}`)}
        </Button>
      </Form>
    ),
  );
}
