import { Page, View, type PageProps } from '@react-pdf/renderer';
import type { ReactElement, ReactNode } from 'react';
import { landscape, margin, portrait, type } from '../look';
import { titlesOn, type DocumentFrame } from '../document-frame';
import { outlined } from './outline';
import { RunningFoot, RunningHead } from './running';

interface DocumentPageProps {
  frame: DocumentFrame;
  /** What the head of each page says; without it, the titles of the sections that stand there. */
  title?: string;
  landscape?: boolean;
  /** Stands above the content on each page, and is laid out anew when page numbers are known. */
  above?: () => ReactElement;
  children: ReactNode;
}

/** Pages that their content fills, each of which says whose it is, what and which. */
export function DocumentPage({ frame, title, landscape: wide = false, above, children }: DocumentPageProps) {
  const { x, width } = wide ? landscape : portrait;
  // Called as a plain function around each page that the content fills; hooks have no place in it.
  const layout = ({ pageNumber = 0, totalPages = 0, children: content }: ChromeProps): ReactElement => {
    frame.tell(
      totalPages > 0
        ? { step: 'setting', page: pageNumber, pages: totalPages }
        : { step: 'counting', page: pageNumber, pages: null },
    );
    return (
      <View style={{ flexGrow: 1 }}>
        <RunningHead frame={frame} title={title ?? titlesOn(frame, pageNumber)} width={width} />
        {above?.()}
        <View style={{ flexGrow: 1, flexShrink: 1, flexBasis: 0 }}>{content}</View>
        <RunningFoot frame={frame} page={pageNumber} total={totalPages} width={width} />
      </View>
    );
  };
  return (
    <Page
      size="LETTER"
      orientation={wide ? 'landscape' : 'portrait'}
      experimentalPagination
      layout={layout}
      {...(title === undefined ? {} : outlined({ title }))}
      style={{
        ...type.body,
        paddingTop: margin.top,
        paddingBottom: margin.bottom,
        paddingHorizontal: x,
      }}
    >
      {children}
    </Page>
  );
}

export type ChromeProps = Parameters<NonNullable<PageProps['layout']>>[0];
