import { t } from '~/messages';
import type { DocumentFrame } from '../document-frame';
import { block, type Block, type Part } from '../drawn/blocks';
import { Drawing } from '../drawn/drawing';
import { drawnRow } from '../drawn/drawn-row';
import { shortened, textWidth } from '../drawn/faces';
import { paintRow, rule } from '../drawn/paint';
import type { Run } from '../drawn/wrap-lines';
import { color } from '../look';

const running = { fontSize: 7, color: color.faint } as const;

const HEAD = 14.5;
const HEAD_ROOM = 20;
const FOOT = 27;
const FOOT_ROOM = 14;
const BLANK = 12;

interface HeadProps {
  frame: DocumentFrame;
  title: string;
  width: number;
}

/** Drawn, as is the foot: a page has its chrome laid out four times before it is printed. */
export function RunningHead({ frame, title, width }: HeadProps) {
  const { fontSize } = running;
  const name = frame.documentTitle;
  const where = shortened(title, 'regular', fontSize, width / 2);
  const aside = textWidth(where, 'regular', fontSize) + BLANK;
  const room = width - aside - textWidth(`${name}   `, 'strong', fontSize) - BLANK;
  const runs = [
    { text: `${name}   `, face: 'strong', color: color.ink } as const,
    { text: shortened(frame.assessmentTitle, 'regular', fontSize, room), color: color.ink },
  ];
  const parts = [ends(width - aside, [line(runs)], aside, line([{ text: where }]))];
  return (
    <Drawing
      width={width}
      height={HEAD}
      space={{ marginBottom: HEAD_ROOM }}
      paint={(painter) => {
        paintRow(painter, drawnRow(parts, width), 0);
        rule(painter, HEAD, width, 0.75, color.ink);
      }}
    />
  );
}

interface FootProps {
  frame: DocumentFrame;
  page: number;
  total: number;
  width: number;
}

export function RunningFoot({ frame, page, total, width }: FootProps) {
  const { fontSize } = running;
  const place = t('documents.pageOf', { page, total });
  const aside = textWidth(place, 'regular', fontSize) + BLANK;
  const room = width - aside - textWidth(`   ${frame.generated}`, 'regular', fontSize) - BLANK;
  const whose = shortened(frame.organization, 'regular', fontSize, room);
  const left = [line([{ text: `${whose}   ${frame.generated}` }]), line(seal(frame))];
  // So a printed copy shows that it is whole.
  const last = line([{ text: place, color: color.ink }]);
  const parts = [ends(width - aside, left, aside, { ...last, gap: fontSize * 1.4 })];
  return (
    <Drawing
      width={width}
      height={FOOT}
      space={{ marginTop: FOOT_ROOM }}
      paint={(painter) => {
        frame.tell({ step: 'drawing', page, pages: total });
        rule(painter, 0, width, 0.5, color.line);
        paintRow(painter, drawnRow(parts, width), 6);
      }}
    />
  );
}

/** Each page says by what it can be checked, or that nobody has signed it. */
function seal({ contentHash, withdrawn }: DocumentFrame): Run[] {
  const mark = t(withdrawn ? 'documents.withdrawnMark' : 'documents.draftMark');
  if (!contentHash) return [{ text: mark, face: 'strong', color: color.bad }];
  return [{ text: `${t('documents.sealMark')} ` }, { text: contentHash, face: 'mono' }];
}

const line = (runs: readonly Run[]): Block => block(running, runs);

/** What stands at the left, and at the right end of the same lines. */
function ends(leftWidth: number, left: readonly Part[], rightWidth: number, right: Block): Part {
  return {
    columns: [
      { width: leftWidth, parts: left },
      { width: rightWidth, parts: [{ ...right, align: 'right' }] },
    ],
  };
}
