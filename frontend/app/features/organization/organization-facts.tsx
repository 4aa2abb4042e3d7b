import { t } from '~/messages';
import { Citation } from '~/ui/text/citation';
import { Money } from '~/ui/text/money';
import { Facts } from '~/ui/text/section';
import { kindLabel, type Organization } from './kinds';
import { monthChoices } from './month-choices';

/** For those who may read the settings and not change them. */
export function OrganizationFacts({ organization }: { organization: Organization }) {
  const { name, kind, timeZone, fiscalYearStartMonth, workforceSize, idleMinutes } = organization;
  return (
    <Facts
      rows={[
        { name: t('settings.name'), value: name },
        { name: t('settings.kind'), value: kindLabel(kind) },
        { name: t('settings.timeZone'), value: timeZone },
        { name: t('settings.fiscalYear'), value: monthChoices()[fiscalYearStartMonth - 1]?.label },
        { name: t('settings.workforce'), value: workforceSize ?? t('records.notKnown') },
        { name: t('settings.budget'), value: <Money cents={organization.annualSecurityBudgetCents} /> },
        {
          name: t('settings.idle'),
          value: (
            <>
              {idleMinutes} <Citation text="45 CFR 164.312(a)(2)(iii)" />
            </>
          ),
        },
      ]}
    />
  );
}
