import { Text, View } from '@react-pdf/renderer';
import { t } from '~/messages';
import type { ReportEvidence } from '../assessment-report';
import { moment } from '../format';
import { color, type } from '../look';

/** Evidence with the fingerprint by which a file can be told from any other; what was withdrawn stays, with the reason. */
export function EvidenceList({
  evidence,
  timeZone,
}: {
  evidence: readonly ReportEvidence[];
  timeZone: string;
}) {
  if (evidence.length === 0) return null;
  return (
    <View style={{ marginTop: 5 }}>
      {evidence.map((item, index) => (
        <View
          key={index}
          wrap={false}
          style={{ borderLeft: `1.5 solid ${color.line}`, paddingLeft: 7, marginTop: index === 0 ? 0 : 4 }}
        >
          <Text style={type.small}>
            <Text style={{ color: color.faint }}>{`${t('documents.evidence')}  `}</Text>
            <Text style={type.strong}>{item.title}</Text>
            {item.fileName ? `  ${item.fileName}` : ''}
          </Text>
          {item.note && <Text style={type.note}>{item.note}</Text>}
          {item.sha256 && (
            <Text style={{ ...type.label, color: color.soft }}>
              {'SHA-256 '}
              <Text style={type.hash}>{item.sha256}</Text>
            </Text>
          )}
          <Text style={type.label}>
            {t('documents.evidenceAdded', { person: item.addedBy, time: moment(item.addedAt, timeZone) })}
          </Text>
          {item.withdrawnAt && (
            <Text style={{ ...type.label, color: color.bad }}>
              {t('documents.evidenceWithdrawn', {
                time: moment(item.withdrawnAt, timeZone),
                reason: item.withdrawnReason,
              })}
            </Text>
          )}
        </View>
      ))}
    </View>
  );
}
