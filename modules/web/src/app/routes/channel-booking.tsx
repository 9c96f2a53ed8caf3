import { getRouteApi, useCanGoBack, useRouter } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ChannelBookingPage } from '@/features/channels/channel-booking-page';
import { addWords } from '@/lib/i18n';
import words from '@/locales/en/channels.json';
import { Button } from '@/ui/button';
import { bookingLink } from './links';

addWords('channels', words);

const route = getRouteApi('/console/channels/bookings/$channelBookingId');

export function ChannelBookingRoute() {
  const { t } = useTranslation('channels');
  const { channelBookingId } = route.useParams();
  const navigate = route.useNavigate();
  const router = useRouter();
  const canGoBack = useCanGoBack();
  return (
    <ChannelBookingPage
      key={channelBookingId}
      channelBookingId={channelBookingId}
      bookingLink={bookingLink}
      back={
        <Button
          look="quiet"
          size="sm"
          className="-ml-2.5"
          onClick={() =>
            canGoBack ? router.history.back() : navigate({ to: '/console/channels', search: {} })
          }
        >
          <ArrowLeft className="size-4" aria-hidden="true" />
          {t('title')}
        </Button>
      }
    />
  );
}
