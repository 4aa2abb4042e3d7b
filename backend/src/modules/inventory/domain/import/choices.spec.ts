import { expect, it } from 'vitest';
import { codeWords } from '../../../../platform/messages/en-codes.js';
import type { AssetWorld } from './asset-world.js';
import { readAssetCell } from './read-asset-cell.js';
import { FLOWS } from './flow-subject.js';
import type { FlowWorld } from './flow-world.js';

type Words = Readonly<Record<string, string>>;
const ONE_OF_ASSET: [string, Words][] = [
  ['kind', codeWords.assetKind],
  ['hosting', codeWords.hosting],
  ['encryptionAtRest', codeWords.encryption],
  ['encryptionInTransit', codeWords.encryption],
  ['backup', codeWords.backup],
  ['lifecycle', codeWords.lifecycle],
];
const ONE_OF_FLOW: [string, Words][] = [
  ['counterparty', codeWords.counterparty],
  ['transportSecurity', codeWords.transport],
];
const SEVERAL_OF_ASSET: [string, Words][] = [
  ['phiTypes', codeWords.phi],
  ['phiActivities', codeWords.phiActivity],
];
const asset = (field: string, text: string) => readAssetCell(field, text, {} as AssetWorld);
const flow = (field: string, text: string) => FLOWS.readCell(field, text, {} as FlowWorld);

it.each([
  ...ONE_OF_ASSET.map(([field, words]) => [field, words, asset] as const),
  ...ONE_OF_FLOW.map(([field, words]) => [field, words, flow] as const),
])('%s reads each word of the screen as its code, as our own files write it', (field, words, read) => {
  for (const [code, word] of Object.entries(words))
    expect([word, read(field, word)]).toEqual([word, { facts: { [field]: code } }]);
});

it.each([
  ...SEVERAL_OF_ASSET.map(([field, words]) => [field, words, asset] as const),
  ['phiTypes', codeWords.phi, flow] as const,
])('%s reads each word of the screen, and all of them in one cell', (field, words: Words, read) => {
  for (const [code, word] of Object.entries(words))
    expect([word, read(field, word)]).toEqual([word, { facts: { [field]: [code] } }]);
  expect(read(field, Object.values(words).join('; '))).toEqual({ facts: { [field]: Object.keys(words) } });
});
