import { getRouteApi, useCanGoBack, useRouter } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { BookingPage } from '@/features/bookings/booking-page';
import { addWords } from '@/lib/i18n';
import words from '@/locales/en/bookings.json';
import { Button } from '@/ui/button';
import { channelBookingLink } from './links';

addWords('bookings', words);

const route = getRouteApi('/console/bookings/$bookingId');

export function BookingRoute() {
  const { t } = useTranslation('bookings');
  const { bookingId } = route.useParams();
  const { revision } = route.useSearch();
  const navigate = route.useNavigate();
  const router = useRouter();
  const canGoBack = useCanGoBack();
  return (
    <BookingPage
      key={bookingId}
      bookingId={bookingId}
      revision={revision}
      onRevision={(next) => navigate({ search: { revision: next }, replace: true, resetScroll: false })}
      channelBookingLink={channelBookingLink}
      back={
        <Button
          look="quiet"
          size="sm"
          className="-ml-2.5"
          onClick={() =>
            canGoBack ? router.history.back() : navigate({ to: '/console/bookings', search: {} })
          }
        >
          <ArrowLeft className="size-4" aria-hidden="true" />
          {t('detail.back')}
        </Button>
      }
    />
  );
}
