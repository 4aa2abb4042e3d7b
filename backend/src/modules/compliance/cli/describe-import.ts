import type { JudgedFile } from '../application/judge-file.js';

const MOST_LINES = 20;

/** What the operator reads: what the file is, how much is in it, what it changes, what to know of it. */
export function describeImport(judged: JudgedFile): string {
  const { pack, state, counts, problems, notes, diff, against } = judged;
  if (!pack) {
    return [
      judged.recognisedAs
        ? `Nothing was installed. The file looks like ${judged.recognisedAs}, but:`
        : 'Nothing was installed.',
      ...lines(problems),
      '',
    ].join('\n');
  }
  const head = `${pack.title}\n  pack ${pack.pack}, version ${pack.version}, ${judged.official ? 'official' : 'not official'}, ${pack.provenance.confidence}`;
  const amounts = `  ${Object.entries(counts)
    .map(([what, count]) => `${count} ${what}`)
    .join(', ')}`;
  const changes = diff
    ? `  against ${against ? `${against.pack} ${against.version}` : 'nothing installed'}: ${diff.added.length} added, ${diff.removed.length} removed, ${diff.changed.length} changed, ${diff.unchanged} the same`
    : '';
  const details = against
    ? [
        ...few('added', diff!.added),
        ...few('removed', diff!.removed),
        ...few(
          'changed',
          diff!.changed.map(({ id, fields }) => `${id} (${fields.join(', ')})`),
        ),
      ]
    : [];
  const outcome = {
    new: 'Installed.',
    'already-installed': 'This very content is installed already. Nothing was changed.',
    'version-taken':
      'Nothing was installed: this version is there with other content, and a version never changes.',
    refused: 'Nothing was installed.',
  }[state];
  return [
    head,
    amounts,
    changes,
    ...details,
    ...(notes.length > 0 ? ['  To know:', ...lines(notes)] : []),
    outcome,
    '',
  ]
    .filter((line, index, all) => line !== '' || index === all.length - 1)
    .join('\n');
}

function lines(entries: readonly { path: string; message: string }[]): string[] {
  const shown = entries.slice(0, MOST_LINES).map(({ path, message }) => `    ${path}: ${message}`);
  return entries.length > MOST_LINES ? [...shown, `    and ${entries.length - MOST_LINES} more`] : shown;
}

function few(what: string, ids: readonly string[]): string[] {
  if (ids.length === 0) return [];
  const shown = ids.slice(0, MOST_LINES).join(', ');
  return [`    ${what}: ${shown}${ids.length > MOST_LINES ? `, and ${ids.length - MOST_LINES} more` : ''}`];
}
