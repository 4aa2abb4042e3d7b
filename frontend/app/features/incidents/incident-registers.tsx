import { t } from '~/messages';
import { SelectField } from '~/ui/form/fields';
import { TableExport } from '~/ui/table/table-export';
import { Section } from '~/ui/text/section';

/** What a regulator asks for first may lie six years back. 164.530(j)(2) */
const YEARS_BACK = 6;

/** What was decided and what was told, of all incidents of a year, in one press. */
export function IncidentRegisters({ thisYear }: { thisYear: number }) {
  return (
    <>
      <Section
        title={t('incidents.lowProbabilityTitle')}
        lead={t('incidents.lowProbabilityLead')}
        actions={
          <TableExport
            label={t('incidents.lowProbabilityExport')}
            files={{ list: '/api/v1/incidents/determinations', filters: { conclusion: 'low-probability' } }}
            choices={<YearField label={t('incidents.signedIn')} thisYear={thisYear} />}
          />
        }
      />
      <Section
        title={t('incidents.noticesTitle')}
        lead={t('incidents.noticesLead')}
        actions={
          <TableExport
            label={t('incidents.noticesExport')}
            files={{ list: '/api/v1/incidents/notices', filters: {} }}
            choices={<YearField label={t('incidents.discoveredIn')} thisYear={thisYear} />}
          />
        }
      />
    </>
  );
}

function YearField({ label, thisYear }: { label: string; thisYear: number }) {
  const years = Array.from({ length: YEARS_BACK + 1 }, (_, back) => String(thisYear - back));
  return (
    <SelectField
      name="year"
      label={label}
      choices={[
        { value: 'all', label: t('incidents.allYears') },
        ...years.map((year) => ({ value: year, label: year })),
      ]}
      required
    />
  );
}
