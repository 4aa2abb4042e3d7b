import { View } from '@react-pdf/renderer';
import { Fragment } from 'react';
import type { AssessmentReport } from '../assessment-report';
import { hasRoomBelow, type DocumentFrame } from '../document-frame';
import { sheetsOf, type NumberedPart } from '../document-part';
import { DocumentPage } from './document-page';
import { PageMark, type RoundProps } from './page-mark';

interface SheetsProps {
  report: AssessmentReport;
  frame: DocumentFrame;
  parts: readonly NumberedPart[];
}

/** All sections of a document, on as many pages as they fill. */
export function Sheets({ report, frame, parts }: SheetsProps) {
  return sheetsOf(parts, report).map((sheet) => (
    <DocumentPage key={sheet[0]!.id} frame={frame} landscape={sheet[0]!.landscape ?? false}>
      {sheet.map(({ Section, id, number, title }, index) => (
        <Fragment key={id}>
          {index > 0 && <Between frame={frame} after={sheet[index - 1]!.id} />}
          <Section report={report} frame={frame} id={id} number={number} title={title} />
        </Fragment>
      ))}
    </DocumentPage>
  ));
}

const BETWEEN = 34;

/** Room between a section and the next one; where a page ends within it, none of it goes on above the next section. */
function Between({ frame, after }: { frame: DocumentFrame; after: string }) {
  return (
    <>
      <View
        render={({ totalPages }: RoundProps) => {
          const height = totalPages === undefined || hasRoomBelow(frame, after) ? BETWEEN : 0;
          return <View style={{ height }} />;
        }}
      />
      <PageMark frame={frame} id={after} edge="below" />
    </>
  );
}
