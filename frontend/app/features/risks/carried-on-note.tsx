import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { t } from '~/messages';
import { Section } from '~/ui/text/section';

interface CarriedOnNoteProps {
  next: { id: string; title: string };
  /** Where the same page of the next analysis is. */
  to: string;
  children?: ReactNode;
}

/** On pages of a signed analysis whose register and plan live in the next one. */
export function CarriedOnNote({ next, to, children }: CarriedOnNoteProps) {
  const [before = '', after = ''] = t('carried.carriedOn', { next: '\n' }).split('\n');
  return (
    <Section>
      <p>
        {before}
        <Link to={to}>{next.title}</Link>
        {after} {children}
      </p>
    </Section>
  );
}
