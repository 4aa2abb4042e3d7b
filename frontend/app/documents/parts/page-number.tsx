import { Text } from '@react-pdf/renderer';
import { t } from '~/messages';
import { SANS } from '../fonts';
import { color } from '../look';

export const running = { fontFamily: SANS, fontSize: 7, lineHeight: 1.3, color: color.faint } as const;

/** Stands in the lower right corner of each page, the cover's too: so a printed copy shows that it is whole. */
export function PageNumber({ page, total }: { page: number; total: number }) {
  return (
    <Text style={{ ...running, paddingLeft: 12, color: color.ink }}>
      {t('documents.pageOf', { page, total })}
    </Text>
  );
}
