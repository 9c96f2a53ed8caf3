import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight, History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { addDays } from '@/lib/dates';
import { day } from '@/lib/format';
import { propertiesQuery } from '@/lib/properties';
import { Async } from '@/ui/async';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/fields';
import { FreshnessNote } from '@/ui/freshness';
import { PageHeader } from '@/ui/page-header';
import { PropertySwitch } from '@/ui/property-switch';
import { Segmented } from '@/ui/segmented';
import { overviewQuery } from './api/queries';
import { ChannelMix } from './components/channel-mix';
import { LeadTime } from './components/lead-time';
import { MetricStrip } from './components/metric-strip';
import { NightCalendar } from './components/night-calendar';
import { OccupancyPanel } from './components/occupancy-panel';
import { type BookingLink, ReservationFeed } from './components/reservation-feed';

const windows = ['14', '42', '84'] as const;
/** A step back or on: the same weekday. */
const pace = 7;
const refreshMillis = 15_000;

export interface OperationsSearch {
  property?: string | undefined;
  ahead?: number | undefined;
  date?: string | undefined;
}

interface OperationsPageProps extends OperationsSearch {
  onChange: (search: OperationsSearch) => void;
  bookingLink: BookingLink;
}

export function OperationsPage({ property, ahead = 42, date, onChange, bookingLink }: OperationsPageProps) {
  const query = useQuery({
    ...overviewQuery({ property, date }),
    refetchInterval: refreshMillis,
    placeholderData: keepPreviousData,
  });

  return (
    <Async query={query} waiting={<Waiting />}>
      {(overview) => (
        <div className="grid gap-4 md:gap-5">
          <Header overview={overview} ahead={ahead} date={date} onChange={onChange} />
          {overview.date < overview.today && (
            <Evening overview={overview} chosen={date !== undefined} ahead={ahead} onChange={onChange} />
          )}
          <MetricStrip metrics={overview.metrics} currency={overview.property.currency} />
          <div className="grid items-start gap-4 md:gap-5 xl:grid-cols-12 xl:items-stretch">
            <OccupancyPanel overview={overview} ahead={ahead} className="xl:col-span-8" />
            <ReservationFeed
              key={`${overview.property.id} ${overview.date}`}
              until={overview.date < overview.today ? overview.date : undefined}
              property={overview.property}
              initial={overview.feed}
              link={bookingLink}
              className="xl:col-span-4 xl:row-span-2"
            />
            <ChannelMix
              channels={overview.channels}
              currency={overview.property.currency}
              className="xl:col-span-8"
            />
            <NightCalendar nights={overview.occupancy} from={overview.date} className="xl:col-span-6" />
            <LeadTime leadTime={overview.leadTime} className="xl:col-span-6" />
          </div>
        </div>
      )}
    </Async>
  );
}

interface HeaderProps {
  overview: Schemas['OperationsOverview'];
  ahead: number;
  date: string | undefined;
  onChange: (search: OperationsSearch) => void;
}

function Header({ overview, ahead, date, onChange }: HeaderProps) {
  const { t } = useTranslation('operations');
  const properties = useQuery(propertiesQuery);
  const { property, freshness } = overview;
  const look = (from: string) => onChange({ property: property.code, ahead, date: from });
  return (
    <PageHeader
      title={
        <PropertySwitch
          label={t('property')}
          value={property.code}
          fallback={property.name}
          options={(properties.data ?? []).map(({ code, name, place }) => ({ code, name, detail: place }))}
          onChange={(code) => onChange({ property: code, ahead, date })}
        />
      }
      below={
        <>
          <p>
            {t('where', { place: property.place, count: property.rooms, date: day(overview.date, 'long') })}
          </p>
          <FreshnessNote freshness={freshness} timeZone={property.timeZone} />
        </>
      }
    >
      <div className="flex items-center gap-2">
        <Button aria-label={t('earlier')} onClick={() => look(addDays(overview.date, -pace))}>
          <ChevronLeft className="size-4" aria-hidden="true" />
        </Button>
        <TextField
          label={t('lookFrom')}
          hideLabel
          type="date"
          value={overview.date}
          onChange={(event) => event.target.value && look(event.target.value)}
        />
        <Button aria-label={t('later')} onClick={() => look(addDays(overview.date, pace))}>
          <ChevronRight className="size-4" aria-hidden="true" />
        </Button>
      </div>
      <Segmented
        label={t('window.label')}
        value={windows.find((days) => Number(days) === ahead) ?? '42'}
        options={windows.map((value) => ({ value, label: t(`window.${value}`) }))}
        onChange={(days) => onChange({ property: property.code, ahead: Number(days), date })}
      />
    </PageHeader>
  );
}

interface EveningProps {
  overview: Schemas['OperationsOverview'];
  /** Whether someone asked for this day, or the page opened on it. */
  chosen: boolean;
  ahead: number;
  onChange: (search: OperationsSearch) => void;
}

/** Standing in the past is said above the page, with why and with the way to the present. */
function Evening({ overview: { property, date, today }, chosen, ahead, onChange }: EveningProps) {
  const { t } = useTranslation('operations');
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-3 border border-line bg-sunken px-4 py-2.5 text-ink-2"
    >
      <History className="size-4.5 shrink-0 max-sm:hidden" aria-hidden="true" />
      <p className="min-w-0 flex-1 basis-60">
        <strong className="font-semibold text-ink">{t('evening.of', { date: day(date, 'long') })}</strong>{' '}
        {t(chosen ? 'evening.chosen' : 'evening.opened', { today: day(today, 'long') })}
      </p>
      <Button size="sm" onClick={() => onChange({ property: property.code, ahead, date: today })}>
        {t('evening.toToday', { today: day(today) })}
      </Button>
    </div>
  );
}

/** The page's own shape, so that nothing jumps when the data comes. */
function Waiting() {
  return (
    <div className="grid gap-5" aria-hidden="true">
      <div className="waiting h-18 w-72" />
      <div className="waiting h-36" />
      <div className="grid gap-5 xl:grid-cols-12">
        <div className="waiting h-84 xl:col-span-8" />
        <div className="waiting h-84 xl:col-span-4" />
      </div>
    </div>
  );
}
