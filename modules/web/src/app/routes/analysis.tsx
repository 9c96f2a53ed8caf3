import { getRouteApi, Link } from '@tanstack/react-router';
import clsx from 'clsx';
import { AnalysisPage } from '@/features/analysis/analysis-page';
import { addWords } from '@/lib/i18n';
import words from '@/locales/en/analysis.json';

addWords('analysis', words);

const route = getRouteApi('/console/analysis');

export function AnalysisRoute() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <AnalysisPage
      search={search}
      onChange={(next) => navigate({ search: next, replace: true, resetScroll: false })}
      tab={(view, label, current) => (
        <Link
          to="/console/analysis"
          search={{ ...search, view, measure: undefined }}
          resetScroll={false}
          aria-current={current ? 'page' : undefined}
          className={clsx(
            'block border-b-2 px-3 py-2 font-medium whitespace-nowrap outline-offset-[-2px]!',
            current ? 'border-brand-text text-brand-text' : 'border-transparent text-ink-2 hover:text-ink',
          )}
        >
          {label}
        </Link>
      )}
    />
  );
}
