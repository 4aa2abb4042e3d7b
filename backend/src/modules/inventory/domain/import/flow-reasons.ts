import type { Counterparty } from '../data-flow.js';
import { withScreenWord } from './screen-words.js';

/** Why a cell of a list of flows cannot be taken. */
export const flowReasons = {
  unknownPlace: (text: string) =>
    `No asset or vendor of yours is called “${text}”. Add it first, correct the name, or write “outside: …” for somebody who is neither.`,
  severalPlaces: (names: readonly string[]) =>
    `Several are called this. Write which one you mean: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ' or another' : ''}.`,
  namelessParty: () => 'Write who it is behind “outside:”.',
  vendorLeft: (name: string) =>
    `You no longer work with ${name}. Take the vendor up again first, or let the flow not be in use.`,
  assetGone: (name: string) =>
    `${name} was disposed of, so that nothing flows there any more. Choose another asset, or let the flow not be in use.`,
} as const;

/** What is worth a look and stops nothing. */
export const flowRemarks = {
  sameName: (code: string) =>
    `A flow of this name is there already (${code}). Without a code this row adds a second one.`,
  otherThanVendor: (name: string, word: Counterparty) =>
    `${name} is a vendor of yours, and the other end says “${withScreenWord(word)}”. It is taken as it stands: look which of the two is right.`,
} as const;
