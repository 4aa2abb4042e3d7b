import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { pageWithoutScripts, renderPage } from '~/test/render-page';
import { ProposalSubject, type Subject } from './proposal-subject';

const proposal = (pairId: string, title: string): Subject['proposals'][number] => ({
  pairId,
  threat: { id: 'T-1', title, description: '' },
  vulnerability: { id: 'V-1', title: 'There is no backup', description: '' },
  rationale: 'No backup is on record here.',
  suggestedLikelihood: null,
  suggestedImpact: null,
  safeguards: [],
  citations: [],
  decision: null,
  earlier: null,
});
const laptop: Subject = {
  type: 'asset',
  id: 'ast_1',
  tag: 'DEV-001',
  name: 'Front desk laptop',
  kind: 'device',
  accepted: 0,
  dismissed: 0,
  proposals: [proposal('P-1', 'Ransomware'), proposal('P-2', 'Theft')],
};

function show() {
  const sent: [string, FormDataEntryValue][][] = [];
  const action = async ({ request }: { request: Request }) => {
    sent.push([...(await request.formData())].filter(([name]) => name !== 'csrf'));
    return null;
  };
  renderPage(<ProposalSubject subject={laptop} mayDecide open />, { action });
  return sent;
}

it('takes proposals over without a reason: the field for it is that of turning them down', () => {
  show();
  // jsdom holds a form back whatever the button says; the journeys press these in a browser.
  const taking = ['Add to the register: Theft', 'Add chosen to the register'];
  for (const name of taking)
    expect(screen.getByRole<HTMLButtonElement>('button', { name }).formNoValidate).toBe(true);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Turn chosen down' }).formNoValidate).toBe(
    false,
  );
});

it('asks for the reason before it turns anything down', async () => {
  const sent = show();
  await userEvent.click(screen.getByRole('checkbox', { name: 'Choose all of Front desk laptop' }));
  const dismiss = screen.getByRole('button', { name: 'Turn chosen down' });
  await userEvent.click(dismiss);
  expect(sent).toHaveLength(0);
  await userEvent.type(screen.getByLabelText('Does not apply because'), 'It never leaves the room.');
  await userEvent.click(dismiss);
  await waitFor(() => expect(sent).toHaveLength(1));
  const values = (name: string) => sent[0]!.filter(([key]) => key === name).map(([, value]) => value);
  expect(values('reason')).toEqual(['It never leaves the room.']);
  expect(values('pairs')).toHaveLength(2);
});

it('writes what is folded only when somebody asks for it, by a link where there are no scripts', () => {
  const folded = <ProposalSubject subject={laptop} mayDecide open={false} />;
  const path = '/proposals?kind=device';
  const plain = within(pageWithoutScripts(folded, { path }));
  expect(plain.queryByText('Ransomware')).toBeNull();
  const way = plain.getByRole('link', { name: 'Show all 2', hidden: true });
  expect(way.getAttribute('href')).toBe('/proposals?kind=device&open=ast_1#ast_1');
  const unfolded = <ProposalSubject subject={laptop} mayDecide open />;
  expect(within(pageWithoutScripts(unfolded)).getByText('Ransomware')).toBeDefined();
});

it('has what is folded in the page once scripts run', () => {
  renderPage(<ProposalSubject subject={laptop} mayDecide open={false} />);
  expect(screen.getByText('Ransomware')).toBeDefined();
  expect(screen.queryByText('Show all 2')).toBeNull();
});
