import clsx from 'clsx';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { count, country, day, moment, money } from '@/lib/format';
import { Empty } from '@/ui/empty';
import { LiveSwitch } from '@/ui/live-switch';
import { Panel } from '@/ui/panel';
import { useReservationStream } from '../api/reservation-stream';

type ReservationEvent = Schemas['ReservationEvent'];
export type BookingLink = (bookingId: string, children: ReactNode) => ReactNode;

interface ReservationFeedProps {
  property: Schemas['PropertySummary'];
  initial: ReservationEvent[];
  /** A past day that is looked from: what came in up to then, and nothing that comes in now. */
  until?: string | undefined;
  link: BookingLink;
  className?: string;
}

/** What arrives from the channel managers, newest on top, strung on one line. It moves by itself, so it can be paused. */
export function ReservationFeed({ property, initial, until, link, className }: ReservationFeedProps) {
  const { t } = useTranslation(['operations', 'common']);
  const [paused, setPaused] = useState(false);
  const { events, state, arrived } = useReservationStream(
    property.code,
    initial,
    paused || until !== undefined,
  );
  const word = paused ? t('common:live.off') : t(`feed.${state}`);

  return (
    <Panel
      title={t('feed.title')}
      {...(className && { className })}
      {...(until && { hint: t('feed.until', { date: day(until) }) })}
      {...(arrived > 0 && { hint: t('feed.arrived', { count: arrived, number: count(arrived) }) })}
      {...(!until && {
        aside: <LiveSwitch live={!paused} word={word} onToggle={() => setPaused(!paused)} />,
      })}
    >
      {events.length === 0 ? (
        <Empty title={t('feed.empty')}>{t('feed.emptyHint')}</Empty>
      ) : (
        // Beside the charts it takes their height; what does not fit is older and fades out.
        <ol className="min-h-0 overflow-hidden pb-2 xl:min-h-72 xl:flex-[1_1_0px] xl:mask-b-from-90%">
          {events.slice(0, 16).map((event) => (
            <FeedItem key={event.id} event={event} property={property} link={link} />
          ))}
        </ol>
      )}
    </Panel>
  );
}

const marks: Record<ReservationEvent['kind'], string> = {
  booked: 'bg-brand-text',
  changed: 'border-2 border-brand-text bg-surface',
  cancelled: 'border-2 border-bad bg-surface',
  refused: 'border-2 border-bad bg-surface',
  'checked-in': 'bg-good',
  'checked-out': 'border-2 border-line-strong bg-surface',
  'no-show': 'border-2 border-bad bg-surface',
};
const lost = new Set<ReservationEvent['kind']>(['cancelled', 'refused', 'no-show']);

interface FeedItemProps {
  event: ReservationEvent;
  property: Schemas['PropertySummary'];
  link: BookingLink;
}

function FeedItem({ event, property, link }: FeedItemProps) {
  const { t } = useTranslation('operations');
  const gone = lost.has(event.kind);
  return (
    <li className="arrive grid max-md:nth-[n+7]:hidden grid-cols-[0.75rem_1fr_auto] gap-x-3 px-4 hover:bg-sunken md:px-5">
      <span
        className="relative flex justify-center before:absolute before:inset-y-0 before:w-px before:bg-line"
        aria-hidden="true"
      >
        <span
          className={clsx('relative mt-2.75 size-2.5 rounded-full ring-3 ring-surface', marks[event.kind])}
        />
      </span>
      <p className="min-w-0 py-1.5">
        <span className="block truncate">
          <span className={clsx('font-medium', gone && 'text-bad')}>{t(`feed.kind.${event.kind}`)}</span>
          <span className="text-ink-2">
            {' '}
            · {event.channel}
            {event.country && ` · ${country(event.country)}`}
          </span>
        </span>
        <span className="block truncate text-sm text-ink-2">
          {link(
            event.bookingId,
            t('feed.stay', {
              date: day(event.arrival, 'weekday'),
              count: event.nights,
              rooms: event.roomTypes.join(', '),
            }),
          )}
        </span>
      </p>
      <p className="py-1.5 text-right">
        <span className={clsx('figures block font-medium', gone && 'text-bad line-through')}>
          {money(event.total.amountMinor, event.total.currency, 'whole')}
        </span>
        <time
          dateTime={event.at}
          title={moment(event.at, property.timeZone, 'second')}
          className="label figures block leading-5"
        >
          {moment(event.at, property.timeZone).replace(/ \d{4},/, ',')}
        </time>
      </p>
    </li>
  );
}
