import { LevelTag } from '~/features/risks/level-tag';
import { t } from '~/messages';
import { confidenceWord } from '~/features/assessments/words';
import { DataTable } from '~/ui/table/data-table';
import styles from './method.module.css';
import type { Methodology } from './method-steps';

type PackScale = Methodology['scales'][number];
type Step = Pick<PackScale['likelihood'][number], 'id' | 'label' | 'meaning' | 'everyday'>;

/** What the words of a scale mean, whether it comes from a pack or is the organization's own. */
type Scale = Pick<PackScale, 'title' | 'levels' | 'matrix'> & { likelihood: Step[]; impact: Step[] };

/** One scale of a pack, and where it comes from. */
export function ScalePart({ scale }: { scale: PackScale }) {
  const { title, basis, confidence, note } = scale;
  return (
    <div className={styles.part}>
      <h3>{title}</h3>
      <ScaleWords scale={scale} />
      <p className={styles.soft}>
        {t('method.basis')}: {basis} {confidenceWord(confidence)}. {note}
      </p>
    </div>
  );
}

/** Its matrix, what each level asks for, and what each step means. */
export function ScaleWords({ scale }: { scale: Scale }) {
  const { title, levels } = scale;
  const tagOf = (id: string | undefined) => {
    const place = levels.findIndex((level) => level.id === id);
    const level = levels[place];
    return level ? { label: level.label, rank: (place / (levels.length - 1)) * 100 } : null;
  };
  return (
    <div className={styles.part}>
      <Matrix scale={scale} tagOf={tagOf} />
      <DataTable
        plain
        caption={t('method.levelsOf', { title })}
        rows={[...levels].reverse()}
        rowKey={({ id }) => id}
        empty={null}
        columns={[
          { key: 'level', header: t('method.level'), cell: ({ id }) => <LevelTag level={tagOf(id)} /> },
          { key: 'meaning', header: t('method.meaning'), cell: ({ meaning }) => meaning },
          { key: 'response', header: t('method.response'), cell: ({ responseGuide }) => responseGuide },
        ]}
      />
      <Steps
        caption={t('method.likelihoodsOf', { title })}
        header={t('method.likelihood')}
        steps={scale.likelihood}
      />
      <Steps caption={t('method.impactsOf', { title })} header={t('method.impact')} steps={scale.impact} />
    </div>
  );
}

interface MatrixProps {
  scale: Scale;
  tagOf: (level: string | undefined) => { label: string; rank: number } | null;
}

function Matrix({ scale, tagOf }: MatrixProps) {
  const caption = t('method.matrixOf', { title: scale.title });
  return (
    <div className={styles.scroll} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.matrix}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <td>
              {t('method.likelihood')} ↓ {t('method.impact')} →
            </td>
            {scale.impact.map(({ id, label }) => (
              <th key={id} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...scale.likelihood].reverse().map((likelihood) => (
            <tr key={likelihood.id}>
              <th scope="row">{likelihood.label}</th>
              {scale.impact.map((impact) => (
                <td key={impact.id}>
                  <LevelTag level={tagOf(scale.matrix[likelihood.id]?.[impact.id])} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Steps({ caption, header, steps }: { caption: string; header: string; steps: Step[] }) {
  return (
    <DataTable
      plain
      caption={caption}
      rows={[...steps].reverse()}
      rowKey={({ id }) => id}
      empty={null}
      columns={[
        { key: 'step', header, cell: ({ label }) => label },
        {
          key: 'meaning',
          header: t('method.meaning'),
          cell: ({ meaning, everyday }) => `${meaning} ${everyday}`,
        },
      ]}
    />
  );
}
