import { getRouteApi } from '@tanstack/react-router';
import { ForecastPage } from '@/features/forecast/forecast-page';
import { addWords } from '@/lib/i18n';
import words from '@/locales/en/forecast.json';

addWords('forecast', words);

const route = getRouteApi('/console/forecast');

export function ForecastRoute() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <ForecastPage
      search={search}
      onChange={(next) => navigate({ search: next, replace: true, resetScroll: false })}
    />
  );
}
