import { getRouteApi } from '@tanstack/react-router';
import { BookingsPage } from '@/features/bookings/bookings-page';
import { bookingLink } from './links';

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
