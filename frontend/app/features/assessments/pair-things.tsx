import { Button, Checkbox } from '@mantine/core';
import { Form } from 'react-router';
import type { Reply } from '~/api/reply';
import { t } from '~/messages';
import { CsrfField } from '~/ui/form/csrf-field';
import { TableFooter, type TablePage } from '~/ui/table/table-footer';
import { Section } from '~/ui/text/section';
import { pairValue } from './pair-on-subject';
import type { ProposedPair } from './pair-table';
import styles from './pair-page.module.css';

type Thing = Pick<
  Reply<'/api/v1/assessments/{id}/proposals', 'get'>['items'][number],
  'type' | 'id' | 'tag' | 'name' | 'kind'
>;

interface PairThingsProps {
  pair: ProposedPair;
  things: Thing[];
  page: TablePage;
  mayDecide: boolean;
}

/** The assets and flows that it is still open for: chosen ones are taken over, a risk for each. */
export function PairThings({ pair, things, page, mayDecide }: PairThingsProps) {
  if (things.length === 0 && !page.isLaterPage) return null;
  return (
    <Section title={t('proposals.takeOverTitle')} lead={t('proposals.takeOverLead')}>
      <Form method="post" preventScrollReset aria-label={t('proposals.takeOverTitle')}>
        <CsrfField />
        <ul className={styles.list}>
          {things.map(({ type, id, tag, name }) => {
            const words = [tag, name].filter(Boolean).join(' ');
            return (
              <li key={id}>
                {mayDecide ? (
                  <Checkbox name="pairs" value={pairValue(pair.pairId, type, id)} label={words} />
                ) : (
                  words
                )}
              </li>
            );
          })}
        </ul>
        {mayDecide && things.length > 0 && (
          <Button type="submit" name="intent" value="accept" variant="default">
            {t('assessments.acceptChosen')}
          </Button>
        )}
      </Form>
      {(page.nextCursor || page.isLaterPage) && <TableFooter page={page} />}
    </Section>
  );
}
