import { Link, useLocation, useSearchParams } from 'react-router';
import { t } from '~/messages';
import { numberFormat } from '~/messages/formats';
import { Tabs } from '~/ui/shell/tabs';

/** What narrows the plan in every view. */
const KEPT = ['q', 'assessmentId', 'riskId', 'ownerId', 'status', 'overdue', 'overBudget'];

/** The plan as a list, a board and a line in time, under the same filters; and what its fixes taught. */
export function PlanTabs({ openLessons }: { openLessons?: number }) {
  const { pathname } = useLocation();
  const [search] = useSearchParams();
  const kept = new URLSearchParams(
    [...search].filter(([name, value]) => KEPT.includes(name) && value !== ''),
  );
  const filters = kept.size > 0 ? `?${kept}` : '';
  const lessons = openLessons
    ? `${t('lessons.short')} (${numberFormat().format(openLessons)})`
    : t('lessons.short');
  const views = [
    { path: '/plan', to: `/plan${filters}`, label: t('planViews.list') },
    { path: '/plan/board', to: `/plan/board${filters}`, label: t('planViews.board') },
    { path: '/plan/timeline', to: `/plan/timeline${filters}`, label: t('planViews.timeline') },
    { path: '/plan/lessons', to: '/plan/lessons', label: lessons },
  ];
  return (
    <Tabs label={t('planViews.views')}>
      {views.map(({ path, to, label }) => (
        <Link key={path} to={to} prefetch="intent" aria-current={pathname === path ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </Tabs>
  );
}
