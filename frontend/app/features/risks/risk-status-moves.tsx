import { Button } from '@mantine/core';
import { Form } from 'react-router';
import { t } from '~/messages';
import { ConfirmDialog } from '~/ui/feedback/confirm-dialog';
import { CsrfField } from '~/ui/form/csrf-field';
import { treatmentWord, type Risk } from './words';

/** A risk leaves the open register on purpose only: each end says what follows, and how the risk stands. */
export function RiskStatusMoves({ risk }: { risk: Risk }) {
  const may = (what: Risk['allowedActions'][number]) => risk.allowedActions.includes(what);
  return (
    <>
      {may('treated') && <End risk={risk} status="treated" />}
      {may('closed') && <End risk={risk} status="closed" />}
      {may('open') && (
        <Form method="post">
          <CsrfField />
          <input type="hidden" name="intent" value="status" />
          <input type="hidden" name="version" value={risk.version} />
          <Button type="submit" name="status" value="open" variant="default" size="sm">
            {t('risks.moveTo_open')}
          </Button>
        </Form>
      )}
    </>
  );
}

function End({ risk, status }: { risk: Risk; status: 'treated' | 'closed' }) {
  return (
    <ConfirmDialog
      label={t(`risks.moveTo_${status}`)}
      title={t(`risks.endTitle_${status}`)}
      consequence={
        <>
          <p>{t(`risks.endText_${status}`)}</p>
          <p>{standing(risk)}</p>
        </>
      }
      confirmLabel={t(`risks.moveTo_${status}`)}
      fields={{ intent: 'status', status, version: risk.version }}
    />
  );
}

/** What remains, what was decided, and how much of it was done. */
function standing({ residual, treatment, actions }: Risk): string {
  const done = actions.filter(({ status }) => status === 'validated').length;
  return t('risks.endStanding', {
    level: residual?.level.label ?? '–',
    treatment: treatment ? treatmentWord(treatment) : '–',
    done,
    count: actions.length,
  });
}
