import { Button } from '@mantine/core';
import { Form } from 'react-router';
import { t } from '~/messages';
import { ConfirmDialog } from '~/ui/feedback/confirm-dialog';
import { CsrfField } from '~/ui/form/csrf-field';
import type { Lesson } from './lesson-words';

export function LessonMoves({ lesson, today }: { lesson: Lesson; today: string }) {
  const { allowedActions, version, doneOn } = lesson;
  return (
    <>
      {allowedActions.includes('tick') && (
        <Form method="post">
          <CsrfField />
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="doneOn" value={doneOn ? '' : today} />
          <Button type="submit" name="intent" value="tick" size="sm" variant={doneOn ? 'default' : 'filled'}>
            {doneOn ? t('lessons.untick') : t('lessons.tick')}
          </Button>
        </Form>
      )}
      {allowedActions.includes('remove') && (
        <ConfirmDialog
          label={t('lessons.remove')}
          title={t('lessons.removeTitle')}
          consequence={t('lessons.removeConsequence')}
          confirmLabel={t('lessons.remove')}
          tone="danger"
          variant="subtle"
          fields={{ intent: 'removal', version }}
        />
      )}
    </>
  );
}
