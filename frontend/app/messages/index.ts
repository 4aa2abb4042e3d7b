import { en } from './en';
import { numberFormat } from './formats';
import { language } from './language';

type Plural = { readonly one: string; readonly other: string };
type Catalog = typeof en;
type Group = keyof Catalog;

export type MessageKey = { [G in Group]: `${G}.${keyof Catalog[G] & string}` }[Group];

type MessageOf<K extends MessageKey> = K extends `${infer G}.${infer N}`
  ? G extends Group
    ? N extends keyof Catalog[G]
      ? Catalog[G][N]
      : never
    : never
  : never;

type Names<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type ParamsOf<M> = M extends Plural ? Names<M['one']> | Names<M['other']> | 'count' : Names<M>;
type Arguments<K extends MessageKey> = [ParamsOf<MessageOf<K>>] extends [never]
  ? []
  : [params: Record<ParamsOf<MessageOf<K>>, string | number>];

/** What every further language has to offer: the same groups and keys, in its own words. */
export type Translation = { [G in Group]: { [N in keyof Catalog[G]]: string | Plural } };

const catalogs: Record<'en', Translation> = { en };
const pluralRules = { en: new Intl.PluralRules('en') };

/** The only way by which a word reaches the screen. */
export function t<K extends MessageKey>(key: K, ...[params]: Arguments<K>): string {
  const dot = key.indexOf('.');
  const group = catalogs[language()][key.slice(0, dot) as Group] as Record<string, string | Plural>;
  const message = group[key.slice(dot + 1)];
  if (message === undefined) return key;
  const values: Record<string, string | number> = params ?? {};
  const text = typeof message === 'string' ? message : message[pluralForm(values.count)];
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? numberFormat().format(value) : value;
  });
}

function pluralForm(count: string | number | undefined): keyof Plural {
  return pluralRules[language()].select(Number(count)) === 'one' ? 'one' : 'other';
}
