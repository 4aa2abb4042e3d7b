import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);
const plex = (family: string, name: string, style: string): string =>
  resolve(`@expo-google-fonts/ibm-plex-${family}/${style}/IBMPlex${name}_${style}.ttf`);

/** IBM Plex, SIL Open Font License 1.1: see LICENSE_FONT in each package. Embedded in every document. */
export const FONT_FILES = {
  sans: plex('sans', 'Sans', '400Regular'),
  strong: plex('sans', 'Sans', '600SemiBold'),
  serif: plex('serif', 'Serif', '500Medium'),
  mono: plex('mono', 'Mono', '400Regular'),
} as const;
export type FontName = keyof typeof FONT_FILES;

export const color = {
  ink: '#171d25',
  soft: '#485360',
  faint: '#5d6875',
  line: '#d4d9e0',
  hair: '#e4e7ec',
  sunken: '#f4f6f8',
  accent: '#155b76',
  deep: '#0c4860',
  bad: '#982a26',
} as const;

export interface TextStyle {
  font: FontName;
  size: number;
  color: string;
  /** From line to line, in points. */
  leading: number;
}

export const style = {
  title: { font: 'serif', size: 34, color: color.ink, leading: 40 },
  heading: { font: 'serif', size: 14, color: color.ink, leading: 18 },
  lead: { font: 'sans', size: 12, color: color.soft, leading: 17 },
  body: { font: 'sans', size: 9.5, color: color.ink, leading: 14 },
  label: { font: 'sans', size: 8, color: color.faint, leading: 11 },
  cell: { font: 'sans', size: 8, color: color.ink, leading: 10.6 },
  cellStrong: { font: 'strong', size: 8, color: color.ink, leading: 10.6 },
  cellBad: { font: 'strong', size: 8, color: color.bad, leading: 10.6 },
  note: { font: 'sans', size: 6.8, color: color.soft, leading: 8.8 },
  /** Ids and codes: no blanks, since fontkit cannot measure the blank of this font. */
  code: { font: 'mono', size: 5.8, color: color.faint, leading: 8 },
  hash: { font: 'mono', size: 8.5, color: color.ink, leading: 12 },
  head: { font: 'strong', size: 7.2, color: color.soft, leading: 10 },
  running: { font: 'sans', size: 7.2, color: color.faint, leading: 10 },
} as const satisfies Record<string, TextStyle>;

/** US Letter, lying. */
export const page = { width: 792, height: 612, left: 40, right: 40, top: 52, bottom: 44 } as const;
export const bodyWidth = page.width - page.left - page.right;
export const bodyHeight = page.height - page.top - page.bottom;
