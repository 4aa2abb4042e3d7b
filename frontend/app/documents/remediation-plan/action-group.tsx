import { View } from '@react-pdf/renderer';
import type { ReportAction } from '../assessment-report';
import { Heading } from '../parts/headings';
import { ActionTable } from './action-table';

/** A longer table may part over pages; a shorter one stays whole, with its heading. */
const WHOLE = 15;

interface ActionGroupProps {
  heading: string;
  actions: readonly ReportAction[];
  withOwner: boolean;
  today: string;
  first: boolean;
}

export function ActionGroup({ heading, actions, withOwner, today, first }: ActionGroupProps) {
  return (
    <View wrap={actions.length > WHOLE}>
      <Heading space={first ? 0 : 18}>{heading}</Heading>
      <ActionTable actions={actions} withOwner={withOwner} today={today} />
    </View>
  );
}
