import { Button } from '@mantine/core';
import { Form } from 'react-router';
import { t } from '~/messages';
import { CsrfField } from '~/ui/form/csrf-field';
import { FileField } from '~/ui/form/file-field';
import { MOST_MEGABYTES } from '~/ui/form/file-size';
import { useHydrated } from '~/ui/theme/use-hydrated';
import styles from './pack-upload.module.css';

/** Looking comes first; installing is offered once the file was looked at and is sound. */
export function PackUpload({ mayInstall }: { mayInstall: boolean }) {
  const hydrated = useHydrated();
  return (
    <Form method="post" encType="multipart/form-data" className={styles.form} preventScrollReset>
      <CsrfField />
      <FileField
        name="file"
        most={MOST_MEGABYTES.pack}
        label={t('assessments.file')}
        hint={t('assessments.fileHint')}
        accept="application/json,.json"
      />
      {mayInstall && !hydrated && <p>{t('assessments.fileAgain')}</p>}
      <div className={styles.buttons}>
        <Button type="submit" name="intent" value="look" variant={mayInstall ? 'default' : 'filled'}>
          {t('assessments.preview')}
        </Button>
        {mayInstall && (
          <Button type="submit" name="intent" value="install">
            {t('assessments.installPack')}
          </Button>
        )}
      </div>
    </Form>
  );
}
