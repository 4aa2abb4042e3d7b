import { StyleSheet } from '@react-pdf/renderer';
import { MONO, SANS, SERIF } from './fonts';

export const color = {
  ink: '#171d25',
  soft: '#485360',
  faint: '#5d6875',
  line: '#d4d9e0',
  hair: '#e4e7ec',
  sunken: '#f4f6f8',
  accent: '#155b76',
  deep: '#0c4860',
  warn: '#94610b',
  warnSoft: '#fdf6e9',
  bad: '#982a26',
  paper: '#ffffff',
} as const;

/** Growing darker with the level, so that the order shows on a grey printer too. Each is always labelled. */
const LEVEL_RAMP = ['#edf1ee', '#dbe6d6', '#f2d394', '#dd8a55', '#982a26'] as const;

/** The paper and the ink of a level, by its place on the scale. */
export function levelColors(place: number, places: number): { backgroundColor: string; color: string } {
  const share = places > 1 ? place / (places - 1) : 0;
  const step = Math.round(share * (LEVEL_RAMP.length - 1));
  return {
    backgroundColor: LEVEL_RAMP[step] ?? LEVEL_RAMP[0],
    color: step === LEVEL_RAMP.length - 1 ? color.paper : color.ink,
  };
}

export const margin = { x: 54, top: 34, bottom: 30 } as const;

/** How wide the text of a page is: a sheet of 612 by 792 points without its margins. */
export const portrait = { x: margin.x, width: 612 - 2 * margin.x } as const;
export const landscape = { x: 40, width: 792 - 2 * 40 } as const;

export const type = StyleSheet.create({
  body: { fontFamily: SANS, fontSize: 9.5, lineHeight: 1.45, color: color.ink },
  lead: { fontFamily: SERIF, fontSize: 12, lineHeight: 1.5, color: color.ink },
  small: { fontFamily: SANS, fontSize: 8, lineHeight: 1.4, color: color.ink },
  note: { fontFamily: SANS, fontSize: 8, lineHeight: 1.4, color: color.soft },
  label: { fontFamily: SANS, fontSize: 7.5, lineHeight: 1.35, color: color.faint },
  strong: { fontFamily: SANS, fontWeight: 600 },
  /** Hexadecimal and nothing else: fontkit cannot measure the blank of this font. */
  hash: { fontFamily: MONO, fontSize: 6.5 },
  tag: { fontFamily: SANS, fontWeight: 600, fontSize: 8, lineHeight: 1.4, color: color.accent },
  title: { fontFamily: SERIF, fontWeight: 500, fontSize: 34, lineHeight: 1.12, color: color.ink },
  h1: { fontFamily: SERIF, fontWeight: 500, fontSize: 21, lineHeight: 1.2, color: color.ink },
  h2: { fontFamily: SANS, fontWeight: 600, fontSize: 12, lineHeight: 1.3, color: color.ink },
  h3: { fontFamily: SANS, fontWeight: 600, fontSize: 9.5, lineHeight: 1.35, color: color.ink },
});
