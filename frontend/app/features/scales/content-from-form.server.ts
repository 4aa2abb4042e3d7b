import { text } from '~/session/read-form.server';
import { PARTS, type Part } from './words';

/** The ids of the rows of a part, in the order in which they stand on the page. */
function idsOf(form: FormData, part: Part): string[] {
  return text(form, `${part}.order`).split(',').filter(Boolean);
}

/** A scale as the editor sends it: rows by their ids, and a level for each cell. */
export function contentFromForm(form: FormData) {
  const field = (part: Part, id: string, name: string): string => text(form, `${part}.${id}.${name}`);
  const steps = (part: 'likelihood' | 'impact') =>
    idsOf(form, part).map((id) => ({
      id,
      label: field(part, id, 'label'),
      meaning: field(part, id, 'meaning'),
      everyday: field(part, id, 'everyday'),
    }));
  return {
    likelihood: steps('likelihood'),
    impact: steps('impact'),
    levels: idsOf(form, 'levels').map((id) => ({
      id,
      label: field('levels', id, 'label'),
      meaning: field('levels', id, 'meaning'),
      responseGuide: field('levels', id, 'responseGuide'),
    })),
    matrix: Object.fromEntries(
      idsOf(form, 'likelihood').map((row) => [
        row,
        Object.fromEntries(
          idsOf(form, 'impact').map((column) => [column, text(form, `matrix.${row}.${column}`)]),
        ),
      ]),
    ),
  };
}

/** The API names rows by their place, such as `content.levels.0.label`; the page names them by their id. */
export function fieldsByRow(fieldErrors: Record<string, string[]>, form: FormData): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(fieldErrors).map(([path, messages]) => {
      const [list, place, ...rest] = path.replace(/^content\./, '').split('.');
      const part = PARTS.find((name) => name === list);
      const id = part && idsOf(form, part)[Number(place)];
      return [id ? [part, id, ...rest].join('.') : path.replace(/^content\./, ''), messages];
    }),
  );
}
