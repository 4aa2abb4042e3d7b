import { IconShieldCheck } from '@tabler/icons-react';
import { t } from '~/messages';
import { EmptyState } from '~/ui/feedback/empty-state';
import { ButtonLink } from '~/ui/text/button-link';
import { Section } from '~/ui/text/section';

export function ProposalsDone({ decided }: { decided: boolean }) {
  return (
    <Section>
      {decided ? (
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
