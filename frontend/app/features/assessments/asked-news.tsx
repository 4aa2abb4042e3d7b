import { useState } from 'react';
import { t } from '~/messages';
import type { QuestionnaireSection } from './questionnaire';

interface Asked {
  sectionId: string;
  numbers: readonly number[];
}

/** Reads out which questions an answer, one's own or a colleague's, has led to or past. */
export function AskedNews({ section }: { section: QuestionnaireSection }) {
  const now = askedIn(section);
  const [seen, setSeen] = useState(now);
  const [news, setNews] = useState('');
  if (seen.sectionId !== now.sectionId || seen.numbers.join() !== now.numbers.join()) {
    setSeen(now);
    setNews(seen.sectionId === now.sectionId ? newsOf(seen, now) : '');
  }
  return (
    <p className="visually-hidden" role="status">
      {news}
    </p>
  );
}

function askedIn({ id, questions }: QuestionnaireSection): Asked {
  return {
    sectionId: id,
    numbers: questions.filter(({ asking }) => asking === 'asked').map(({ number }) => number),
  };
}

function newsOf(before: Asked, now: Asked): string {
  const added = now.numbers.filter((number) => !before.numbers.includes(number));
  const gone = before.numbers.filter((number) => !now.numbers.includes(number));
  return [
    added.length > 0 && t('gates.nowAsked', { count: added.length, numbers: added.join(', ') }),
    gone.length > 0 && t('gates.noLongerAsked', { count: gone.length, numbers: gone.join(', ') }),
  ]
    .filter(Boolean)
    .join(' ');
}
