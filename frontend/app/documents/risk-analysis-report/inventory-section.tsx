import { t } from '~/messages';
import type { ReportAsset } from '../assessment-report';
import { number as grouped } from '../format';
import { block, filled, label, labelled, small, tag, title } from '../drawn/blocks';
import { DrawnEntry, ENTRY_WIDTH } from '../drawn/drawn-entry';
import { drawnFacts } from '../drawn/drawn-facts';
import { type } from '../look';
import { DocumentSection } from '../parts/document-section';
import type { Fact } from '../parts/facts';
import { Heading, Nothing, Paragraph } from '../parts/headings';
import { list, word } from '../words';
import type { SectionProps } from '../document-part';
import { Removals } from './removals';

export function InventorySection({ report, frame, id, number, title: heading }: SectionProps) {
  const inScope = report.assets.filter((asset) => asset.inScope);
  const leftOut = report.assets.filter((asset) => !asset.inScope);
  return (
    <DocumentSection
      frame={frame}
      id={id}
      number={number}
      title={heading}
      lead={t('documents.inventoryLead')}
    >
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
      <Removals report={report} />
    </DocumentSection>
  );
}

function AssetEntry({ asset }: { asset: ReportAsset }) {
  return (
    <DrawnEntry
      aside={[tag(asset.tag), label(word('assetKind', asset.kind))]}
      parts={filled(
        title(asset.name),
        asset.description && small(asset.description),
        asset.exclusionReason &&
          block(
            type.small,
            [{ text: `${t('documents.leftOut')}: `, face: 'strong' }, { text: asset.exclusionReason }],
            { gap: 2 },
          ),
        drawnFacts(assetFacts(asset), 4, ENTRY_WIDTH),
        asset.notes && labelled(t('documents.notes'), asset.notes, { gap: 4 }),
      )}
    />
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
      asset.holdsEphi ? list('phi', asset.phiTypes) || t('documents.holdsEphi') : t('documents.holdsNoEphi'),
    ],
    [t('inventory.phiActivities'), list('phiActivity', asset.phiActivities ?? [])],
    [t('documents.phiCount'), asset.phiRecordCount === null ? null : grouped(asset.phiRecordCount)],
    [t('documents.site'), asset.siteName],
    [t('documents.location'), asset.location],
    [t('documents.owner'), asset.ownerName ?? t('documents.noOwner')],
    [t('inventory.hosting'), word('hosting', asset.hosting)],
    [t('documents.vendor'), asset.vendorName],
    [t('documents.atRest'), word('encryption', asset.encryptionAtRest)],
    [t('documents.inTransit'), word('encryption', asset.encryptionInTransit)],
    [t('documents.backup'), word('backup', asset.backup)],
    [t('documents.reach'), reach.join(', ')],
    [t('inventory.lifecycle'), word('lifecycle', asset.lifecycle)],
  ];
}
