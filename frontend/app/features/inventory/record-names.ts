import { t } from '~/messages';
import { choiceValue } from '~/ui/form/use-choices';

export interface AssetName {
  id: string;
  tag: string;
  name: string;
}

/** What tells a vendor from an asset of the same name. */
export const VENDOR_MARK = t('records.vendorMark');

/** As lists offer it, and forms take it back. */
export const assetAsTyped = ({ tag, name }: Omit<AssetName, 'id'>) =>
  choiceValue({ reference: tag, title: name });
export const vendorAsTyped = (name: string) => choiceValue({ reference: name, title: VENDOR_MARK });
