import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { propertiesQuery } from '@/lib/properties';
import { Async } from '@/ui/async';
import { Button } from '@/ui/button';
import { ShownChanges } from '@/ui/facts';
import { PageHeader } from '@/ui/page-header';
import { ProblemNote } from '@/ui/problem-note';
import { bookingQuery, historyQuery } from './api/booking';
import { BookingFacts } from './components/booking-facts';
import { BookingTimeline } from './components/booking-timeline';
import { GuestPanel } from './components/guest-panel';
import { StatusBadge } from './components/status-badge';

interface BookingPageProps {
  bookingId: string;
  /** Stand at this revision; without it the present. */
  revision: number | undefined;
  onRevision: (revision: number | undefined) => void;
  back: ReactNode;
  channelBookingLink: (channelBookingId: string, children: ReactNode) => ReactNode;
}

export function BookingPage(props: BookingPageProps) {
  const { bookingId, revision } = props;
  const query = useQuery({ ...bookingQuery(bookingId, revision), placeholderData: keepPreviousData });
  return (
    <div className="grid gap-4">
      <p>{props.back}</p>
      <Async query={query} waiting={<Waiting />}>
        {(booking) => <Detail {...props} booking={booking} />}
      </Async>
    </div>
  );
}

function Detail({
  booking,
  revision,
  onRevision,
  channelBookingLink,
}: BookingPageProps & { booking: Schemas['Booking'] }) {
  const { t } = useTranslation('bookings');
  const history = useQuery(historyQuery(booking.id));
  const properties = useQuery(propertiesQuery);
  const property = properties.data?.find(({ id }) => id === booking.propertyId);
  const timeZone = property?.timeZone ?? 'UTC';

  const entries = history.data?.items ?? [];
  const latest = Math.max(booking.revision, ...entries.map((entry) => entry.revision));
  const standing = revision ?? latest;
  const isPast = standing < latest;
  const changes = revision ? (entries.find((entry) => entry.revision === standing)?.changes ?? []) : [];
  const stand = (next: number) => onRevision(next === latest ? undefined : next);

  return (
    <div className="grid gap-4 md:gap-5">
      <PageHeader
        title={booking.reference ?? booking.id}
        below={
          <span className="mt-1 flex flex-wrap items-center gap-2">
            <StatusBadge status={booking.status} />
            <span>
              {property?.name ?? booking.propertyCode} · {t('revision', { revision: booking.revision })}
            </span>
            {booking.channelBookingId &&
              channelBookingLink(booking.channelBookingId, t('detail.channelBooking'))}
          </span>
        }
      />
      {isPast && (
        <div
          role="status"
          className="flex flex-wrap items-center gap-3 rounded-3 border border-line bg-warn-soft px-4 py-3 text-warn"
        >
          <History className="size-4.5 shrink-0" aria-hidden="true" />
          <p className="min-w-0">{t('timeline.past', { revision: standing, latest })}</p>
          <Button size="sm" className="ml-auto" onClick={() => onRevision(undefined)}>
            {t('timeline.now')}
          </Button>
        </div>
      )}
      <div className="grid items-start gap-4 md:gap-5 xl:grid-cols-12">
        <div className="grid gap-4 md:gap-5 xl:col-span-8">
          <ShownChanges value={changes}>
            <BookingFacts booking={booking} property={property} timeZone={timeZone} />
          </ShownChanges>
        </div>
        <div className="grid gap-4 md:gap-5 xl:col-span-4">
          {history.isError ? (
            <ProblemNote error={history.error} onRetry={() => history.refetch()} />
          ) : entries.length > 0 ? (
            <BookingTimeline entries={entries} timeZone={timeZone} revision={standing} onRevision={stand} />
          ) : (
            <div className="waiting h-56" aria-hidden="true" />
          )}
          <GuestPanel bookingId={booking.id} />
        </div>
      </div>
    </div>
  );
}

function Waiting() {
  return (
    <div className="grid gap-5 xl:grid-cols-12" aria-hidden="true">
      <div className="waiting h-72 xl:col-span-8" />
      <div className="waiting h-72 xl:col-span-4" />
    </div>
  );
}
