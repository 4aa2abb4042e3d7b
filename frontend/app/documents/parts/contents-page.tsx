import { Link, Text, View } from '@react-pdf/renderer';
import { t } from '~/messages';
import type { DocumentFrame, SectionPlace } from '../document-frame';
import { color, type } from '../look';
import { DocumentPage } from './document-page';

/** Page numbers are known in the second round of the layout, which is the one that is printed. */
export function ContentsPage({ frame }: { frame: DocumentFrame }) {
  const above = () => (
    <View style={{ marginBottom: 28 }}>
      <Text style={{ ...type.h1, marginBottom: 14 }}>{t('documents.contents')}</Text>
      {frame.sections.map((section) => (
        <ContentsLine key={section.id} section={section} />
      ))}
    </View>
  );
  return (
    <DocumentPage frame={frame} title={t('documents.contents')} above={above}>
      <Text style={{ ...type.note, maxWidth: 430 }}>{t('documents.keepSixYears')}</Text>
    </DocumentPage>
  );
}

function ContentsLine({ section }: { section: SectionPlace }) {
  return (
    <View style={{ flexDirection: 'row', paddingVertical: 6, borderBottom: `0.5 solid ${color.line}` }}>
      <Text style={{ ...type.body, width: 28, color: color.accent }}>{section.number}</Text>
      <View style={{ flexGrow: 1, flexShrink: 1, flexBasis: 0 }}>
        <Link src={`#${section.id}`} style={{ ...type.body, textDecoration: 'none' }}>
          <Text>{section.title}</Text>
        </Link>
      </View>
      <Text style={{ ...type.body, width: 40, textAlign: 'right' }}>{section.first ?? ''}</Text>
    </View>
  );
}
