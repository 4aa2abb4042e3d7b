import { word } from '../words';
import { strongLabel, type Block } from './blocks';

export function drawnStanding(standing: string): Block {
  return strongLabel(word('standing', standing), { standing });
}
