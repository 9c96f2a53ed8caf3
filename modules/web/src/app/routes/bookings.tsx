import { getRouteApi } from '@tanstack/react-router';
import { BookingsPage } from '@/features/bookings/bookings-page';
import { addWords } from '@/lib/i18n';
import words from '@/locales/en/bookings.json';
import { bookingLink } from './links';

addWords('bookings', words);

const route = getRouteApi('/console/bookings');

export function BookingsRoute() {
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <BookingsPage
      filters={filters}
      link={bookingLink}
      onChange={(next) => navigate({ search: next, resetScroll: false })}
      onOpen={(bookingId) =>
        navigate({ to: '/console/bookings/$bookingId', params: { bookingId }, search: {} })
      }
    />
  );
}
