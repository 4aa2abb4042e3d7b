import { read } from '~/api/answers.server';
import type { Api } from '~/api/client.server';
import { t } from '~/messages';
import { choiceValue } from '~/ui/form/use-choices';
import { assetNamed } from './named-records.server';

/** The asset or the data flow that a person typed or chose. */
export async function thingNamed(
  api: Api,
  typed: string,
): Promise<{ assetId: string } | { flowId: string } | { problem: string }> {
  const words = typed.trim();
  if (words === '') return { problem: t('records.nameThing') };
  const asset = await assetNamed(api, words);
  if ('id' in asset && asset.id) return { assetId: asset.id };
  const flows = await flowsCalled(api, words);
  if (flows.length === 1) return { flowId: flows[0]!.id };
  if (flows.length > 1) return { problem: t('records.several') };
  return { problem: 'problem' in asset ? asset.problem : t('records.notFound') };
}

async function flowsCalled(api: Api, words: string): Promise<{ id: string }[]> {
  // Of what a list offers the first word is the code.
  const query = { q: words.split(' ')[0]!.slice(0, 100), limit: 100 };
  const { items } = await read(api.GET('/api/v1/data-flows', { params: { query } }));
  const meant = words.toLowerCase();
  const exact = items.filter(({ code, name }) =>
    [code, choiceValue({ reference: code, title: name })].some((called) => called.toLowerCase() === meant),
  );
  return exact.length > 0 ? exact : items.filter(({ name }) => name.toLowerCase() === meant);
}
