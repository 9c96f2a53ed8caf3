import { getRouteApi } from '@tanstack/react-router';
import { OperationsPage } from '@/features/operations/operations-page';
import { addWords } from '@/lib/i18n';
import words from '@/locales/en/operations.json';
import { bookingLink } from './links';

addWords('operations', words);

const route = getRouteApi('/console/operations');

export function OperationsRoute() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <OperationsPage
      {...search}
      bookingLink={bookingLink}
      onChange={(next) => navigate({ search: next, replace: true, resetScroll: false })}
    />
  );
}
