import { Text, View } from '@react-pdf/renderer';
import { t } from '~/messages';
import type { ReportAsset } from '../assessment-report';
import { number as grouped } from '../format';
import { color, type } from '../look';
import { DocumentPage } from '../parts/document-page';
import { Facts, type Fact } from '../parts/facts';
import { Heading, Nothing, Paragraph, SectionHeading } from '../parts/headings';
import { list, word } from '../words';
import type { SectionProps } from './section';

export function InventorySection({ report, frame, id, number, title }: SectionProps) {
  const inScope = report.assets.filter((asset) => asset.inScope);
  const leftOut = report.assets.filter((asset) => !asset.inScope);
  return (
    <DocumentPage frame={frame} id={id} title={title}>
      <SectionHeading number={number} title={title} lead={t('documents.inventoryLead')} />
      {inScope.length === 0 && <Nothing>{t('documents.noAssets')}</Nothing>}
      {inScope.map((asset) => (
        <AssetEntry key={asset.tag} asset={asset} />
      ))}
      {leftOut.length > 0 && (
        <>
          <Heading>{t('documents.leftOut')}</Heading>
          <Paragraph soft>{t('documents.leftOutLead')}</Paragraph>
          {leftOut.map((asset) => (
            <AssetEntry key={asset.tag} asset={asset} />
          ))}
        </>
      )}
    </DocumentPage>
  );
}

function AssetEntry({ asset }: { asset: ReportAsset }) {
  const long = asset.description.length + asset.notes.length + asset.exclusionReason.length > 1600;
  return (
    <View
      wrap={long}
      style={{ flexDirection: 'row', paddingVertical: 8, borderTop: `0.5 solid ${color.line}` }}
    >
      <View style={{ width: 82, paddingRight: 10 }}>
        <Text style={type.tag}>{asset.tag}</Text>
        <Text style={type.label}>{word('assetKind', asset.kind)}</Text>
      </View>
      <View style={{ flexGrow: 1, flexShrink: 1, flexBasis: 0 }}>
        <Text style={type.h3}>{asset.name}</Text>
        {asset.description && <Text style={type.small}>{asset.description}</Text>}
        {asset.exclusionReason && (
          <Text style={{ ...type.small, marginTop: 2 }}>
            <Text style={type.strong}>{`${t('documents.leftOut')}: `}</Text>
            {asset.exclusionReason}
          </Text>
        )}
        <View style={{ marginTop: 4 }}>
          <Facts columns={4} facts={assetFacts(asset)} />
        </View>
        {asset.notes && (
          <Text style={{ ...type.small, marginTop: 4 }}>
            <Text style={{ color: color.faint }}>{`${t('documents.notes')}  `}</Text>
            {asset.notes}
          </Text>
        )}
      </View>
    </View>
  );
}

function assetFacts(asset: ReportAsset): Fact[] {
  const reach = [
    asset.internetFacing && t('documents.internetFacing'),
    asset.portable && t('documents.portable'),
  ].filter(Boolean);
  return [
    [
      t('documents.phiTypes'),
      asset.holdsEphi ? list(asset.phiTypes) || t('documents.holdsEphi') : t('documents.holdsNoEphi'),
    ],
    [t('documents.phiCount'), asset.phiRecordCount === null ? null : grouped(asset.phiRecordCount)],
    [t('documents.site'), asset.siteName],
    [t('documents.location'), asset.location],
    [t('documents.owner'), asset.ownerName ?? t('documents.noOwner')],
    [t('documents.hosting'), word('hosting', asset.hosting)],
    [t('documents.vendor'), asset.vendorName],
    [t('documents.atRest'), word('encryption', asset.encryptionAtRest)],
    [t('documents.inTransit'), word('encryption', asset.encryptionInTransit)],
    [t('documents.backup'), word('backup', asset.backup)],
    [t('documents.reach'), reach.join(', ')],
    [t('documents.lifecycle'), word('lifecycle', asset.lifecycle)],
  ];
}
