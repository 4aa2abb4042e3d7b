import { SaxesParser } from 'saxes';
import { damaged } from './unreadable-workbook.js';

export type XmlAttributes = Readonly<Record<string, string | undefined>>;

/** Names come without the prefix that some programs write before them. */
export interface XmlHandlers {
  open?: (tag: string, attributes: XmlAttributes) => void;
  text?: (text: string) => void;
  close?: (tag: string) => void;
}

/** Workbooks nest a dozen deep; what nests without end would fill the memory. */
const DEEPEST = 64;
const MOST_ATTRIBUTES = 100;

/** Reads XML as it arrives. It knows no entities but the five of XML itself, and fetches nothing. */
export async function readXml(source: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<void> {
  const parser = new SaxesParser();
  let depth = 0;
  let attributes = 0;
  parser.on('error', () => {
    throw damaged();
  });
  parser.on('doctype', () => {
    throw damaged();
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > MOST_ATTRIBUTES) throw damaged();
  });
  parser.on('opentag', (tag) => {
    attributes = 0;
    depth += 1;
    if (depth > DEEPEST) throw damaged();
    handlers.open?.(localName(tag.name), tag.attributes);
  });
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('closetag', (tag) => {
    depth -= 1;
    handlers.close?.(localName(tag.name));
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  // Each piece is unpacked elsewhere and arrives in a turn of its own: others are served in between.
  for await (const piece of source) parser.write(decoder.decode(piece, { stream: true }));
  parser.write(decoder.decode());
  parser.close();
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
