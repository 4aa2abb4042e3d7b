import { MantineProvider } from '@mantine/core';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRoutesStub, data, Link, useLoaderData, useRevalidator } from 'react-router';
import { beforeEach, describe, expect, it } from 'vitest';
import { aSession } from '~/test/fake-backend';
import { theme } from '~/ui/theme/theme';
import { AnswerForm } from './answer-form';
import type { Answer, Question } from './questionnaire';
import { answerKey, forgetSaved, rememberSaved } from './saved-versions';

interface Saved {
  optionId: string;
  notes: string;
  version: number;
}

const KEY = 'draft:mem_1:answer:asm_1:S1-Q1';

/** A server with one answer, which refuses what was filled in from another version than its own. */
function startServer(first: Saved | null) {
  const server = {
    answer: first,
    posts: [] as Record<string, string>[],
    hold: Promise.resolve(),
    leave: Promise.resolve(),
  };
  const answer = async (form: FormData) => {
    const sent = Object.fromEntries(form) as Record<string, string>;
    server.posts.push(sent);
    await server.hold;
    if (sent.version !== String(server.answer?.version ?? '')) {
      const problem = { status: 412, code: 'answer.stale', title: '', detail: 'Ana changed this answer.' };
      return data({ problem, values: sent }, { status: 412 });
    }
    const version = (server.answer?.version ?? 0) + 1;
    server.answer = { optionId: sent.optionId ?? '', notes: (sent.notes ?? '').trim(), version };
    return { questionId: sent.questionId, saved: server.answer };
  };
  return { server, answer };
}

/** What the form reads of a question; the rest of the API's shape does not matter here. */
function questionWith(saved: Saved | null): Question {
  const answer = saved && {
    ...saved,
    id: 'ans_1',
    standing: 'gap',
    optionText: `Answer ${saved.optionId}`,
    answeredBy: { id: 'mem_1', name: 'Priya' },
    answeredAt: '2026-11-22T10:00:00Z',
    evidence: [],
    finding: null,
  };
  const options = ['a', 'b'].map((id) => ({ id, text: `Answer ${id}`, standing: 'gap', explanation: '' }));
  return { id: 'S1-Q1', options, answer: answer as Answer | null } as unknown as Question;
}

function Page() {
  const saved = useLoaderData<Saved | null>();
  const { revalidate } = useRevalidator();
  return (
    <>
      <h3 id="heading">Do you?</h3>
      <AnswerForm question={questionWith(saved)} headingId="heading" mayAnswer refused={null} />
      <Link to="/elsewhere">Elsewhere</Link>
      <button type="button" onClick={() => void revalidate()}>
        Read again
      </button>
    </>
  );
}

function open({ server, answer }: ReturnType<typeof startServer>) {
  const signedIn = { session: aSession(), unread: 0 };
  const root = { preferences: {}, flash: null };
  const here = '/assessments/asm_1';
  const Stub = createRoutesStub([
    {
      id: 'root',
      path: '/',
      loader: () => root,
      children: [
        {
          id: 'routes/_app',
          loader: () => signedIn,
          children: [
            {
              id: 'page',
              path: 'assessments/:assessmentId',
              loader: () => server.answer,
              action: async ({ request }) => rememberSaved('asm_1', await answer(await request.formData())),
              Component: Page,
            },
            {
              path: 'elsewhere',
              Component: () => <p>elsewhere</p>,
            },
          ],
        },
      ],
    },
  ]);
  const loaderData = { root, 'routes/_app': signedIn, page: server.answer };
  render(
    <MantineProvider theme={theme} env="test">
      <Stub initialEntries={[here]} hydrationData={{ loaderData }} />
    </MantineProvider>,
  );
}

const notes = () => screen.getByLabelText<HTMLTextAreaElement>('Notes');
const option = (id: string) => screen.getByRole('radio', { name: new RegExp(`Answer ${id}`) });

beforeEach(() => {
  sessionStorage.clear();
  forgetSaved(answerKey('asm_1', 'S1-Q1'));
});

it('brings back notes that were typed before an answer was chosen', async () => {
  const stand = startServer(null);
  open(stand);
  await userEvent.type(notes(), 'Ask Owen');
  await userEvent.click(screen.getByRole('link', { name: 'Elsewhere' }));
  await screen.findByText('elsewhere');
  expect(stand.server.posts).toEqual([]);

  cleanup();
  open(stand);
  expect(notes().value).toBe('Ask Owen');
  expect(screen.getByText(/We brought back what you typed/)).toBeTruthy();
  expect(screen.getByText('It is saved once you choose an answer.')).toBeTruthy();

  await userEvent.click(option('a'));
  await waitFor(() => expect(screen.queryByText(/We brought back/)).toBeNull());
  expect(stand.server.answer).toEqual({ optionId: 'a', notes: 'Ask Owen', version: 1 });
  expect(sessionStorage.getItem(KEY)).toBeNull();
});

it('keeps a half typed change when the page is reloaded', async () => {
  const stand = startServer({ optionId: 'a', notes: 'Old', version: 1 });
  open(stand);
  await userEvent.type(notes(), ' and new');
  window.dispatchEvent(new Event('pagehide'));
  expect(sessionStorage.getItem(KEY)).toContain('Old and new');
});

it('lets go of what was brought back when asked, and saves it when asked', async () => {
  const draft = JSON.stringify({ at: '2026-11-22T18:00:00Z', values: { notes: ['Half typed'] } });
  sessionStorage.setItem(KEY, draft);
  const stand = startServer({ optionId: 'a', notes: 'Old', version: 1 });
  open(stand);
  await userEvent.click(screen.getByRole('button', { name: 'Discard it' }));
  expect(notes().value).toBe('Old');
  expect(sessionStorage.getItem(KEY)).toBeNull();

  cleanup();
  sessionStorage.setItem(KEY, draft);
  open(stand);
  await userEvent.click(screen.getByRole('link', { name: 'Elsewhere' }));
  await screen.findByText('elsewhere');
  expect(stand.server.posts).toEqual([]);

  cleanup();
  open(stand);
  await userEvent.click(screen.getByRole('button', { name: 'Save the answer' }));
  await waitFor(() => expect(stand.server.answer?.notes).toBe('Half typed'));
  await waitFor(() => expect(sessionStorage.getItem(KEY)).toBeNull());
});

it('sends notes that waited for the first save although the page was left at once', async () => {
  const stand = startServer(null);
  let release = () => {};
  stand.server.hold = new Promise((resolve) => (release = resolve));
  open(stand);
  await userEvent.click(option('a'));
  await userEvent.click(notes());
  await userEvent.paste('See the contract');
  await userEvent.click(screen.getByRole('link', { name: 'Elsewhere' }));
  await screen.findByText('elsewhere');
  release();
  await waitFor(() => expect(stand.server.answer?.version).toBe(2));
  expect(stand.server.answer).toEqual({ optionId: 'a', notes: 'See the contract', version: 2 });
});

it('sends nothing after a refusal when the page was left: a colleague may have saved just once', async () => {
  const stand = startServer({ optionId: 'b', notes: '', version: 1 });
  let release = () => {};
  stand.server.hold = new Promise((resolve) => (release = resolve));
  open(stand);
  stand.server.answer = { optionId: 'b', notes: 'By Ana', version: 2 };
  await userEvent.click(option('a'));
  await userEvent.click(notes());
  await userEvent.paste('See the contract');
  await userEvent.click(screen.getByRole('link', { name: 'Elsewhere' }));
  await screen.findByText('elsewhere');
  release();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(stand.server.posts.length).toBe(1);
  expect(stand.server.answer).toEqual({ optionId: 'b', notes: 'By Ana', version: 2 });
  expect(sessionStorage.getItem(KEY)).toContain('See the contract');
});

it('saves in turn what comes faster than the page is drawn', async () => {
  const stand = startServer({ optionId: 'b', notes: '', version: 1 });
  open(stand);
  // Without `act`, so that nothing is drawn in between.
  option('a').click();
  notes().value = 'See the contract';
  notes().dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
  await waitFor(() =>
    expect(stand.server.answer).toEqual({ optionId: 'a', notes: 'See the contract', version: 3 }),
  );
  expect(stand.server.posts.map(({ version }) => version)).toEqual(['1', '2']);
});

it('knows only of saves in this analysis: another one asks the same question', async () => {
  rememberSaved('asm_2', { questionId: 'S1-Q1', saved: { version: 7 } });
  const stand = startServer({ optionId: 'b', notes: '', version: 1 });
  open(stand);
  await userEvent.click(option('a'));
  await waitFor(() => expect(stand.server.answer?.version).toBe(2));
  expect(stand.server.posts.map(({ version }) => version)).toEqual(['1']);
});

it('saves over a newer version only when told to', async () => {
  const stand = startServer({ optionId: 'a', notes: 'Old', version: 1 });
  open(stand);
  stand.server.answer = { optionId: 'a', notes: 'By Ana', version: 2 };
  await userEvent.click(option('b'));
  await screen.findByText(/Ana changed this answer/);
  const there = screen.getByRole('link', { name: 'Show what stands there now (new tab)' });
  expect(there.getAttribute('target')).toBe('_blank');

  await userEvent.click(option('a'));
  await userEvent.click(option('b'));
  await waitFor(() => expect(stand.server.posts.length).toBe(3));
  expect(stand.server.answer).toMatchObject({ notes: 'By Ana', version: 2 });

  await userEvent.click(await screen.findByRole('button', { name: 'Save mine over it' }));
  await waitFor(() => expect(stand.server.answer).toEqual({ optionId: 'b', notes: 'Old', version: 3 }));
});

describe('when a colleague answers while the page is open', () => {
  const readAgain = () => userEvent.click(screen.getByRole('button', { name: 'Read again' }));

  it('shows their answer where nothing was entered here, and goes on from it', async () => {
    const stand = startServer({ optionId: 'a', notes: 'Old', version: 1 });
    open(stand);
    stand.server.answer = { optionId: 'b', notes: 'By Priya', version: 2 };
    await readAgain();
    await waitFor(() => expect(notes().value).toBe('By Priya'));
    expect(option('b')).toHaveProperty('checked', true);
    await userEvent.click(notes());
    await userEvent.type(notes(), ', and more');
    await userEvent.click(option('a'));
    await waitFor(() =>
      expect(stand.server.answer).toMatchObject({ optionId: 'a', notes: 'By Priya, and more' }),
    );
  });

  it('keeps what was entered here, shows theirs beside it, and saves nothing over it unseen', async () => {
    const stand = startServer({ optionId: 'a', notes: 'Old', version: 1 });
    open(stand);
    await userEvent.type(notes(), ' and half');
    stand.server.answer = { optionId: 'b', notes: 'By Priya', version: 2 };
    screen.getByRole('button', { name: 'Read again' }).click();
    const said = await screen.findByText(/Priya answered this meanwhile/);
    expect(said.parentElement?.textContent).toContain('Answer b');
    expect(screen.getByText('By Priya', { selector: 'p' })).toBeTruthy();
    expect(notes().value).toBe('Old and half');
    expect(option('a')).toHaveProperty('checked', true);

    await userEvent.click(option('b'));
    await screen.findByText(/Ana changed this answer/);
    expect(new Set(stand.server.posts.map(({ version }) => version))).toEqual(new Set(['1']));
    expect(stand.server.answer).toMatchObject({ notes: 'By Priya', version: 2 });

    await userEvent.click(screen.getByRole('button', { name: 'Take theirs' }));
    expect(notes().value).toBe('By Priya');
    await waitFor(() => expect(screen.queryByText(/Ana changed this answer/)).toBeNull());
    expect(sessionStorage.getItem(KEY)).toBeNull();
    await userEvent.click(option('a'));
    await waitFor(() =>
      expect(stand.server.answer).toEqual({ optionId: 'a', notes: 'By Priya', version: 3 }),
    );
  });

  it('takes its own save for its own, also when notes go on meanwhile', async () => {
    const stand = startServer({ optionId: 'a', notes: '', version: 1 });
    open(stand);
    await userEvent.click(option('b'));
    await userEvent.type(notes(), 'More');
    await waitFor(() => expect(stand.server.answer?.version).toBe(2));
    await readAgain();
    await waitFor(() => expect(stand.server.answer).toEqual({ optionId: 'b', notes: 'More', version: 3 }));
    expect(screen.queryByText(/answered this meanwhile/)).toBeNull();
  });
});
