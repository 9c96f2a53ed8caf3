import { getRouteApi } from '@tanstack/react-router';
import { AvailabilityPage } from '@/features/availability/availability-page';
import { addWords } from '@/lib/i18n';
import words from '@/locales/en/availability.json';

addWords('availability', words);

const route = getRouteApi('/console/availability');

export function AvailabilityRoute() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <AvailabilityPage
      search={search}
      onChange={(next) => navigate({ search: next, replace: true, resetScroll: false })}
    />
  );
}
