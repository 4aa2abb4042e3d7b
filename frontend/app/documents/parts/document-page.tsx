import { Page, Text, View, type PageProps } from '@react-pdf/renderer';
import type { ReactElement, ReactNode } from 'react';
import { t } from '~/messages';
import { color, landscape, margin, type } from '../look';
import type { DocumentFrame } from '../document-frame';
import { PageNumber, running } from './page-number';

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
        <RunningHead frame={frame} title={title} />
        {above?.()}
        <View style={{ flexGrow: 1, flexShrink: 1, flexBasis: 0 }}>{content}</View>
        <RunningFoot frame={frame} page={pageNumber} total={totalPages} />
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
        paddingHorizontal: wide ? landscape.x : margin.x,
      }}
    >
      {children}
    </Page>
  );
}

export type ChromeProps = Parameters<NonNullable<PageProps['layout']>>[0];

function RunningHead({ frame, title }: { frame: DocumentFrame; title: string }) {
  return (
    <View
      style={{
        flexDirection: 'row',
        alignItems: 'flex-end',
        paddingBottom: 5,
        marginBottom: 20,
        borderBottom: `0.75 solid ${color.ink}`,
      }}
    >
      <Text style={{ ...running, flexGrow: 1, flexShrink: 1, flexBasis: 0, color: color.ink }}>
        <Text style={type.strong}>{frame.documentTitle}</Text>
        {`   ${frame.assessmentTitle}`}
      </Text>
      <Text style={{ ...running, paddingLeft: 12 }}>{title}</Text>
    </View>
  );
}

function RunningFoot({ frame, page, total }: { frame: DocumentFrame; page: number; total: number }) {
  return (
    <View
      style={{
        flexDirection: 'row',
        alignItems: 'flex-end',
        paddingTop: 6,
        marginTop: 14,
        borderTop: `0.5 solid ${color.line}`,
      }}
    >
      <View style={{ flexGrow: 1, flexShrink: 1, flexBasis: 0 }}>
        <Text style={running}>{`${frame.organization}   ${frame.generated}`}</Text>
        <SealLine frame={frame} />
      </View>
      <PageNumber page={page} total={total} />
    </View>
  );
}

/** Each page says by what it can be checked, or that nobody has signed it. */
function SealLine({ frame }: { frame: DocumentFrame }) {
  if (!frame.contentHash)
    return <Text style={{ ...running, ...type.strong, color: color.bad }}>{t('documents.draftMark')}</Text>;
  return (
    <Text style={running}>
      {t('documents.sealMark')} <Text style={type.hash}>{frame.contentHash}</Text>
    </Text>
  );
}
