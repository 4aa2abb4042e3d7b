import { attempt, read } from '~/api/answers.server';
import type { Api } from '~/api/client.server';
import type { ApiProblem } from '~/api/problem';
import { t } from '~/messages';
import type { NamedRecord } from '~/ui/form/use-choices';
import { assetAsTyped, vendorAsTyped, VENDOR_MARK, type AssetName } from './record-names';

/** A list shows no more; who looks for another one types some of its words. */
const MOST = 30;
/** How many names one question holds: an address has an end. */
const NAMES_AT_ONCE = 20;

/** Assets by name: the first ones, or those that fit the words. */
export async function assetChoices(api: Api, q?: string): Promise<NamedRecord[]> {
  return (await firstAssets(api, q)).map(asChoice);
}

/** The same, without what was disposed of: no flow begins or ends there. */
export async function placesAmongAssets(api: Api, q?: string): Promise<NamedRecord[]> {
  return (await firstAssets(api, q)).filter(({ lifecycle }) => lifecycle !== 'disposed').map(asChoice);
}

async function firstAssets(api: Api, q?: string) {
  const query = { q: q?.slice(0, 100), limit: MOST, sort: 'name' } as const;
  return (await read(api.GET('/api/v1/assets', { params: { query } }))).items;
}

const asChoice = ({ tag, name }: { tag: string; name: string }) => ({ reference: tag, title: name });

/** Vendors that we work with, marked as such: an asset may have the same name. */
export async function vendorChoices(api: Api, q?: string): Promise<NamedRecord[]> {
  const query = { q: q?.slice(0, 100), limit: MOST, sort: 'name', active: 'true' } as const;
  const { items } = await read(api.GET('/api/v1/vendors', { params: { query } }));
  return items.map(({ name }) => ({ reference: name, title: VENDOR_MARK }));
}

/** Nothing of ours is called by more, or by signs that nobody sees. */
const mayBeAName = (text: string) => text !== '' && text.length <= 300 && !/\p{C}/u.test(text);

/** What a text in a field means: a record, nothing, or words of what is wrong with it. */
export type Named = { id: string | null } | { problem: string };

const NOTHING: Named = { id: null };

/** The asset that a person typed or chose: by its tag, by tag and name, or by a name that only one has. */
export async function assetNamed(api: Api, typed: string): Promise<Named> {
  const [named] = await assetsNamed(api, [typed]);
  return named!;
}

/** The asset of a field that may not stay empty. */
export async function requiredAsset(api: Api, typed: string): Promise<{ id: string } | { problem: string }> {
  const named = await assetNamed(api, typed);
  if ('problem' in named) return named;
  return named.id === null ? { problem: t('records.nameAsset') } : { id: named.id };
}

/** The assets of several fields, in their order. */
export async function assetsNamed(api: Api, typed: readonly string[]): Promise<Named[]> {
  const texts = typed.map((text) => text.trim());
  const wanted = [...new Set(texts.filter(mayBeAName).map((text) => text.toLowerCase()))];
  const found: AssetName[] = [];
  for (let start = 0; start < wanted.length; start += NAMES_AT_ONCE)
    found.push(...(await assetsCalled(api, wanted.slice(start, start + NAMES_AT_ONCE))));
  return texts.map((text) => (text === '' ? NOTHING : oneOf(found, text)));
}

async function assetsCalled(api: Api, names: readonly string[]): Promise<AssetName[]> {
  const query = { named: [...names], limit: 100 };
  const found = await attempt(api.GET('/api/v1/assets', { params: { query } }));
  return found.ok ? found.data.items.map(({ id, tag, name }) => ({ id, tag, name })) : [];
}

function oneOf(found: readonly AssetName[], text: string): Named {
  const words = text.toLowerCase();
  const tagged = found.find(({ tag }) => tag.toLowerCase() === words);
  if (tagged) return { id: tagged.id };
  const called = found.filter(
    (asset) => assetAsTyped(asset).toLowerCase() === words || asset.name.toLowerCase() === words,
  );
  if (called.length === 1) return { id: called[0]!.id };
  return { problem: called.length === 0 ? t('records.notFound') : t('records.several') };
}

/** An asset, or a vendor: whichever the text names. */
export async function placeNamed(api: Api, typed: string): Promise<Named> {
  const text = typed.trim();
  if (text === '') return NOTHING;
  const mark = ` ${VENDOR_MARK}`;
  const isMarked = text.toLowerCase().endsWith(mark.toLowerCase());
  const [asset, vendor] = await Promise.all([
    assetNamed(api, text),
    vendorCalled(api, isMarked ? text.slice(0, -mark.length) : text),
  ]);
  if (!vendor) return asset;
  // A name that both bear means neither; with its mark it is the vendor.
  const isFree = isMarked || ('problem' in asset && asset.problem === t('records.notFound'));
  return isFree ? { id: vendor.id } : { problem: t('records.several') };
}

async function vendorCalled(api: Api, name: string): Promise<{ id: string } | undefined> {
  if (!mayBeAName(name)) return undefined;
  const found = await attempt(api.GET('/api/v1/vendors', { params: { query: { named: name, limit: 1 } } }));
  return found.ok ? found.data.items[0] : undefined;
}

/** How a form names what an id stands for; empty where it is no longer there. */
export async function asTyped(api: Api, id: string | null | undefined): Promise<string> {
  if (!id) return '';
  const path = { id };
  if (id.startsWith('ven_')) {
    const vendor = await attempt(api.GET('/api/v1/vendors/{id}', { params: { path } }));
    return vendor.ok ? vendorAsTyped(vendor.data.name) : '';
  }
  const asset = await attempt(api.GET('/api/v1/assets/{id}', { params: { path } }));
  return asset.ok ? assetAsTyped(asset.data) : '';
}

/** What is wrong with a name, said at its field. */
export function errorsAt(field: string, named: Named): Record<string, string[]> {
  return 'problem' in named ? { [field]: [named.problem] } : {};
}

export function invalidFields(fieldErrors: Record<string, string[]>): ApiProblem {
  const title = Object.values(fieldErrors).flat()[0] ?? '';
  return { status: 400, code: 'request.invalid', title, fieldErrors };
}
