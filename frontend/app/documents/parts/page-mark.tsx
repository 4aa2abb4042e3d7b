import { View } from '@react-pdf/renderer';
import { notePlace, type DocumentFrame, type SectionEdge } from '../document-frame';

interface PageMarkProps {
  frame: DocumentFrame;
  id: string;
  edge: SectionEdge;
}

export interface RoundProps {
  pageNumber: number;
  /** Only the second round of the layout, the one that is printed, knows it. */
  totalPages?: number;
}

/** Takes no room, and tells in the first round of the layout on which page it came to stand. */
export function PageMark({ frame, id, edge }: PageMarkProps) {
  return (
    <View
      render={({ pageNumber, totalPages }: RoundProps) => {
        if (totalPages === undefined) notePlace(frame, id, edge, pageNumber);
        return null;
      }}
    />
  );
}
