import type { Reply } from '~/api/reply';
import { t } from '~/messages';
import { StatusBadge } from '~/ui/text/status-badge';
import styles from './import-preview.module.css';

type Preview = Reply<'/api/v1/packs/import', 'post'>;

const SHOWN = 40;

/** What the file is, what is in it, what is wrong with it, and what would change. */
export function ImportPreview({ preview }: { preview: Preview }) {
  const { diff } = preview;
  return (
    <div className={styles.preview} role="region" aria-label={t('assessments.preview')}>
      <h3>
        {preview.pack ? `${preview.pack.title}, ${preview.pack.version}` : t('assessments.importPack')}{' '}
        <StatusBadge tone={preview.state === 'new' ? 'good' : preview.state === 'refused' ? 'bad' : 'warn'}>
          {t(`assessments.importState_${preview.state}`)}
        </StatusBadge>
      </h3>
      {preview.recognisedAs && <p>{t('assessments.recognised', { kind: preview.recognisedAs })}</p>}
      <dl className={styles.counts} aria-label={t('assessments.counts')}>
        {Object.entries(preview.counts).map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      <Remarks
        title={t('assessments.problems')}
        remarks={preview.problems}
        none={t('assessments.noProblems')}
      />
      <Remarks title={t('assessments.notes')} remarks={preview.notes} />
      {diff && (
        <div>
          <h4>{t('assessments.changes')}</h4>
          <p>
            {t('assessments.diffCounts', {
              added: diff.added.length,
              removed: diff.removed.length,
              changed: diff.changed.length,
              unchanged: diff.unchanged,
            })}
          </p>
          {diff.changed.length > 0 && (
            <ul>
              {diff.changed.slice(0, SHOWN).map(({ id, fields }) => (
                <li key={id}>{`${id}: ${fields.join(', ')}`}</li>
              ))}
            </ul>
          )}
        </div>
      )}
    </div>
  );
}

function Remarks({ title, remarks, none }: { title: string; remarks: Preview['problems']; none?: string }) {
  if (remarks.length === 0 && !none) return null;
  return (
    <div>
      <h4>{title}</h4>
      {remarks.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul>
          {remarks.slice(0, SHOWN).map(({ path, message }) => (
            <li key={path + message}>{[path, message].filter(Boolean).join(': ')}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
