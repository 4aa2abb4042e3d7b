import { IconShieldCheck } from '@tabler/icons-react';
import { t } from '~/messages';
import { EmptyState } from '~/ui/feedback/empty-state';
import { ButtonLink } from '~/ui/text/button-link';
import { Section } from '~/ui/text/section';
import type { ProposalState } from './proposal-filters';

interface ProposalsDoneProps {
  counts: { accepted: number; dismissed: number };
  state: ProposalState;
  /** A filter is set: what it leaves is not all there is. */
  narrowed: boolean;
}

export function ProposalsDone({ counts, state, narrowed }: ProposalsDoneProps) {
  if (narrowed || state !== 'open') {
    return (
      <Section>
        <p>{t(narrowed ? 'proposals.noneFits' : 'proposals.noneYet')}</p>
      </Section>
    );
  }
  return (
    <Section>
      {counts.accepted + counts.dismissed > 0 ? (
        <EmptyState icon={IconShieldCheck} title={t('assessments.threatsDoneTitle')}>
          {t('assessments.threatsDoneText')}
        </EmptyState>
      ) : (
        <EmptyState
          icon={IconShieldCheck}
          title={t('assessments.threatsNoneTitle')}
          actions={<ButtonLink to="/inventory">{t('assessments.toInventory')}</ButtonLink>}
        >
          {t('assessments.threatsNoneText')}
        </EmptyState>
      )}
    </Section>
  );
}
