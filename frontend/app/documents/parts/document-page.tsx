import { Page, View, type PageProps } from '@react-pdf/renderer';
import type { ReactElement, ReactNode } from 'react';
import { landscape, margin, portrait, type } from '../look';
import type { DocumentFrame } from '../document-frame';
import { RunningFoot, RunningHead } from './running';

interface DocumentPageProps {
  frame: DocumentFrame;
  /** Names the section in the contents, in links and in the bookmarks. */
  id: string;
  title: string;
  landscape?: boolean;
  /** Stands above the content on each of the section's pages, and is laid out anew when page numbers are known. */
  above?: () => ReactElement;
  children: ReactNode;
}

/** A section of a document: it starts a page, and each of its pages says whose it is, what and which. */
export function DocumentPage({
  frame,
  id,
  title,
  landscape: wide = false,
  above,
  children,
}: DocumentPageProps) {
  const { x, width } = wide ? landscape : portrait;
  // Called as a plain function around each page that the content fills; hooks have no place in it.
  const layout = ({
    pageNumber = 0,
    totalPages = 0,
    subPageNumber,
    children: content,
  }: ChromeProps): ReactElement => {
    if (subPageNumber === 1) frame.pageOf.set(id, pageNumber);
    return (
      <View style={{ flexGrow: 1 }}>
        <RunningHead frame={frame} title={title} width={width} />
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
      id={id}
      bookmark={{ title, expanded: true }}
      experimentalPagination
      layout={layout}
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
