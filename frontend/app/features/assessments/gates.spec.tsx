import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { aSession } from '~/test/fake-backend';
import { renderPage } from '~/test/render-page';
import { AskedNews } from './asked-news';
import { indents, notAskedWords } from './gate-words';
import { NotAsked } from './not-asked';
import { QuestionJumps } from './question-jumps';
import type { Question, QuestionnaireSection } from './questionnaire';

/** What these parts read of a question; the rest of the API's shape does not matter here. */
function aQuestion(number: number, more: Partial<Question> = {}): Question {
  return {
    id: `S7-Q${number}`,
    number,
    text: `Question ${number}?`,
    asking: 'asked',
    gate: null,
    heldBy: null,
    depth: 0,
    answer: null,
    ...more,
  } as Question;
}
const first = { questionId: 'S7-Q1', sectionId: 'S7', number: 1, text: 'Do you have a plan?' };
const behind = (number: number, depth = 1, of = first): Question =>
  aQuestion(number, { gate: { ...of, why: 'A plan is tested once there is one.' }, depth });
const sectionOf = (questions: Question[]) => ({ id: 'S7', questions }) as QuestionnaireSection;

it('says why a question is not asked, shows what was kept, and leads to the question that decides', async () => {
  const kept = { answeredBy: { name: 'Maya Okafor' }, optionText: 'We test it', notes: 'Red binder' };
  const question = { ...behind(4), answer: kept } as Question;
  renderPage(
    <NotAsked
      question={question}
      sectionId="S7"
      indent={1}
      heldBy={{ ...first, optionText: 'No, we have no plan' }}
    />,
  );
  const card = screen.getByRole('article', { name: 'Question 4?' });
  const reason = within(card).getByText('Not asked, because question 1 was answered “No, we have no plan”');
  await userEvent.click(reason);
  expect(within(card).getByText('A plan is tested once there is one.')).toBeTruthy();
  expect(within(card).getByText(/by Maya Okafor is kept and does not count now: We test it/)).toBeTruthy();
  expect(within(card).getByText('Red binder')).toBeTruthy();
  expect(within(card).getByRole('link', { name: 'Go to question 1' }).getAttribute('href')).toBe('/#S7-Q1');
  expect(within(card).queryByRole('radio')).toBeNull();
});

it('tells somebody who had begun to write that it is not lost', () => {
  const key = `draft:${aSession().member.id}:answer::S7-Q4`;
  sessionStorage.setItem(key, JSON.stringify({ at: '2026-11-22T18:00:00Z', values: { notes: ['Half'] } }));
  renderPage(
    <NotAsked question={behind(4)} sectionId="S7" indent={0} heldBy={{ ...first, optionText: 'No' }} />,
  );
  expect(screen.getByText(/You had begun to write here/)).toBeTruthy();
  sessionStorage.clear();
});

it('names the question that decides, with its section where that is another one', () => {
  expect(notAskedWords({ ...first, optionText: null }, 'S7')).toBe(
    'Not asked yet: the answer to question 1 decides',
  );
  expect(notAskedWords({ ...first, optionText: null }, 'S2')).toContain('question S7-Q1');
});

it('sets a question in below its gate only where nothing else stands between', () => {
  const second = { questionId: 'S7-Q2', sectionId: 'S7', number: 2, text: '' };
  const questions = [
    aQuestion(1),
    behind(2),
    behind(3, 2, second),
    behind(4),
    aQuestion(5),
    behind(6),
    behind(7, 0, { ...first, questionId: 'S1-Q1', sectionId: 'S1' }),
  ];
  expect([...indents(questions).values()]).toEqual([0, 1, 2, 1, 0, 0, 0]);
});

it('reads out which questions are asked now, and which are not any more', () => {
  const shut = (number: number) => ({ ...behind(number), asking: 'not-asked' as const });
  const { rerender } = render(<AskedNews section={sectionOf([aQuestion(1), behind(2), behind(3)])} />);
  const news = () => screen.getByRole('status').textContent;
  expect(news()).toBe('');
  act(() => rerender(<AskedNews section={sectionOf([aQuestion(1), shut(2), shut(3)])} />));
  expect(news()).toBe('Questions 2, 3 are not asked any more.');
  act(() => rerender(<AskedNews section={sectionOf([aQuestion(1), behind(2), shut(3)])} />));
  expect(news()).toBe('Question 2 is asked now.');
  act(() => rerender(<AskedNews section={{ ...sectionOf([aQuestion(9)]), id: 'S6' }} />));
  expect(news()).toBe('');
});

it('counts no kept answer among the jumps', () => {
  const kept = { standing: 'in-place' } as Question['answer'];
  renderPage(
    <QuestionJumps
      section={sectionOf([
        aQuestion(1, { answer: kept }),
        { ...behind(2), asking: 'not-asked', answer: kept },
        { ...behind(3), asking: 'waiting' },
      ])}
    />,
  );
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('aria-label'))).toEqual([
    'Question 1: In place',
    'Question 2: Not asked',
    'Question 3: Not asked yet',
  ]);
});
