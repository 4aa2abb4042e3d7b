import { MOST_OF_PARTY, type FlowEnd } from '../data-flow.js';
import { readText, type CellValue } from './cell-readers.js';
import type { AssetPlace, FlowWorld, VendorPlace } from './flow-world.js';
import { flowReasons } from './flow-reasons.js';

const SAID = /^(outside|external|asset|vendor)\s*:\s*(.*)$/is;

/**
 * An end of a flow as people write it: the tag or the name of an asset, both as "Name (TAG)", the name of a vendor, or
 * "outside: …" for anybody else. "asset:" and "vendor:" in front tell two of one name apart.
 */
export function readFlowEnd(text: string, world: FlowWorld): CellValue<FlowEnd> {
  const [, kind, rest = ''] = SAID.exec(text) ?? [];
  switch (kind?.toLowerCase()) {
    case 'outside':
    case 'external':
      return outside(rest.trim());
    case 'asset':
      return oneOf(rest.trim(), assetsCalled(rest.trim(), world), []);
    case 'vendor':
      return oneOf(rest.trim(), [], vendorsCalled(rest.trim(), world));
    default:
      return oneOf(text, assetsCalled(text, world), vendorsCalled(text, world));
  }
}

/** All that a cell could name, in small letters: what the world is asked for. */
export function wordsOfEnd(text: string): string[] {
  const rest = SAID.exec(text)?.[2]?.trim();
  return [text, ...(rest === undefined ? [] : [rest])].flatMap((word) => [
    word.toLowerCase(),
    ...namesWithTag(word).map(({ tag }) => tag.toLowerCase()),
  ]);
}

/** As an import reads it again, whatever else has this name. */
export function flowEndText(end: { tag: string | null; name: string; isVendor: boolean }): string {
  if (end.tag !== null) return `${end.name} (${end.tag})`;
  return `${end.isVendor ? 'vendor' : 'outside'}: ${end.name}`;
}

function outside(party: string): CellValue<FlowEnd> {
  if (party === '') return { reason: flowReasons.namelessParty() };
  const read = readText(party, { most: MOST_OF_PARTY });
  return 'reason' in read ? read : { value: { assetId: null, vendorId: null, party: read.value } };
}

function oneOf(text: string, assets: AssetPlace[], vendors: VendorPlace[]): CellValue<FlowEnd> {
  const [asset] = assets;
  const [vendor] = vendors;
  if (assets.length + vendors.length > 1) {
    const names = [...assets.map(({ tag }) => tag), ...vendors.map(({ name }) => `vendor: ${name}`)];
    return { reason: flowReasons.severalPlaces(names) };
  }
  if (asset) return { value: { assetId: asset.id, vendorId: null, party: null } };
  if (vendor) return { value: { assetId: null, vendorId: vendor.id, party: null } };
  return { reason: flowReasons.unknownPlace(text.slice(0, 80)) };
}

/** "Name (TAG)" says both and so names one. Else a tag and a name may be of different assets. */
function assetsCalled(text: string, world: FlowWorld): AssetPlace[] {
  for (const { name, tag } of namesWithTag(text)) {
    const asset = world.assetsByTag.get(tag.toLowerCase());
    if (asset?.name.toLowerCase() === name.toLowerCase()) return [asset];
  }
  const tagged = world.assetsByTag.get(text.toLowerCase());
  const named = world.assetsByName.get(text.toLowerCase()) ?? [];
  return tagged ? [tagged, ...named.filter(({ id }) => id !== tagged.id)] : [...named];
}

function vendorsCalled(text: string, world: FlowWorld): VendorPlace[] {
  const vendor = world.vendorsByName.get(text.toLowerCase());
  return vendor ? [vendor] : [];
}

/** Names and tags may have brackets themselves: each way to read the text. */
function namesWithTag(text: string): { name: string; tag: string }[] {
  if (!text.endsWith(')')) return [];
  const ways: { name: string; tag: string }[] = [];
  for (let at = text.indexOf(' ('); at !== -1 && ways.length < MOST_BRACKETS; at = text.indexOf(' (', at + 1))
    ways.push({ name: text.slice(0, at).trim(), tag: text.slice(at + 2, -1) });
  return ways;
}

const MOST_BRACKETS = 5;
