import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight, Pencil } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { addDays } from '@/lib/dates';
import { day } from '@/lib/format';
import { propertiesQuery } from '@/lib/properties';
import { Async } from '@/ui/async';
import { Button } from '@/ui/button';
import { Empty } from '@/ui/empty';
import { TextField } from '@/ui/fields';
import { PageHeader } from '@/ui/page-header';
import { ProblemNote } from '@/ui/problem-note';
import { PropertySwitch } from '@/ui/property-switch';
import { Segmented } from '@/ui/segmented';
import { availabilityQuery } from './api/availability';
import { openingOf, pace, rectangle, type Selection } from './calendar';
import { describe } from './components/describe';
import { Grid, NoArrival, NoDeparture, type Shown } from './components/grid';

export interface AvailabilitySearch {
  property?: string | undefined;
  from?: string | undefined;
  show?: Shown | undefined;
}

interface AvailabilityPageProps {
  search: AvailabilitySearch;
  onChange: (search: AvailabilitySearch) => void;
}

/** With its form library it comes when someone edits. */
const Editor = lazy(() => import('./components/editor').then((module) => ({ default: module.Editor })));

const shownAs = ['free', 'sold', 'share'] as const;
const deviceDate = () => new Date().toISOString().slice(0, 10);

/** The books of one property: room types by date, to read and to change. */
export function AvailabilityPage({ search, onChange }: AvailabilityPageProps) {
  const { t } = useTranslation('availability');
  const properties = useQuery(propertiesQuery);
  const property =
    properties.data?.find(({ code, id }) => code === search.property || id === search.property) ??
    properties.data?.[0];
  // The tenant's today may be years ago: the server says which day it is, the device only where to ask.
  const probe = useQuery({ ...availabilityQuery(property?.id, deviceDate(), 1), staleTime: 60_000 });
  const today = probe.data?.today;
  const first = useQuery({ ...availabilityQuery(property?.id, today), staleTime: 60_000 });
  const opening = probe.data && !today ? deviceDate() : first.data && openingOf(first.data);
  const from = search.from ?? opening;
  const query = useQuery({
    ...availabilityQuery(property?.id, from),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
  const failed = properties.isError
    ? { error: properties.error, refetch: properties.refetch }
    : probe.isError && !search.from
      ? { error: probe.error, refetch: probe.refetch }
      : first.isError && !search.from
        ? { error: first.error, refetch: first.refetch }
        : undefined;

  return (
    <div className="grid gap-4 md:gap-5">
      <PageHeader
        title={
          <PropertySwitch
            label={t('property')}
            value={property?.code}
            fallback={property?.name ?? t('title')}
            options={(properties.data ?? []).map(({ code, name, place }) => ({ code, name, detail: place }))}
            onChange={(code) => onChange({ ...search, property: code })}
          />
        }
        below={t('below')}
      >
        {today && from !== today && (
          <Button
            look="quiet"
            className="max-sm:order-last"
            onClick={() => onChange({ ...search, from: today })}
          >
            {t('today', { date: day(today) })}
          </Button>
        )}
        <div className="flex items-center gap-2">
          <Button
            aria-label={t('earlier')}
            disabled={!from}
            onClick={() => from && onChange({ ...search, from: addDays(from, -pace) })}
          >
            <ChevronLeft className="size-4" aria-hidden="true" />
          </Button>
          <TextField
            label={t('from')}
            hideLabel
            type="date"
            value={from ?? ''}
            onChange={(event) => event.target.value && onChange({ ...search, from: event.target.value })}
          />
          <Button
            aria-label={t('later')}
            disabled={!from}
            onClick={() => from && onChange({ ...search, from: addDays(from, pace) })}
          >
            <ChevronRight className="size-4" aria-hidden="true" />
          </Button>
        </div>
        <Segmented
          label={t('show.label')}
          value={search.show ?? 'free'}
          options={shownAs.map((value) => ({ value, label: t(`show.${value}`) }))}
          onChange={(show) => onChange({ ...search, show: show === 'free' ? undefined : show })}
        />
      </PageHeader>
      {properties.data?.length === 0 ? (
        <section className="rounded-3 border border-line bg-surface">
          <Empty title={t('empty.title')}>{t('empty.hint')}</Empty>
        </section>
      ) : failed ? (
        <ProblemNote error={failed.error} onRetry={() => failed.refetch()} />
      ) : (
        <Async query={query} waiting={<div className="waiting h-96" aria-hidden="true" />}>
          {(availability) => (
            <Books
              key={availability.propertyId}
              availability={availability}
              today={today}
              shown={search.show ?? 'free'}
            />
          )}
        </Async>
      )}
    </div>
  );
}

interface BooksProps {
  availability: Schemas['Availability'];
  today: string | undefined;
  shown: Shown;
}

function Books({ availability, today, shown }: BooksProps) {
  const { t } = useTranslation('availability');
  const start = { row: 0, column: 0 };
  const [selection, setSelection] = useState<Selection>({ anchor: start, focus: start });
  const [editing, setEditing] = useState(false);
  const [done, setDone] = useState<string>();

  const { top, bottom, left, right } = rectangle(selection);
  const types = availability.roomTypes.slice(top, bottom + 1);
  const first = types[0]?.days[left]?.date ?? availability.from;
  const last = types[0]?.days[right]?.date ?? first;
  const cell = types[0]?.days[left];
  const isOne = top === bottom && left === right;
  if (availability.roomTypes.length === 0)
    return <Empty title={t('empty.types')}>{t('empty.typesHint')}</Empty>;

  return (
    <section aria-label={t('title')} className="min-w-0 rounded-3 border border-line bg-surface">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 md:px-5">
        <p className="figures min-w-0 flex-1 basis-80" aria-live="polite">
          {done ??
            (isOne && cell && types[0]
              ? describe(t, types[0].name, cell)
              : t('selected', {
                  types: t('types', { count: types.length }),
                  nights: t('edit.nights', { count: right - left + 1 }),
                  from: day(first),
                  to: day(last),
                }))}
        </p>
        <Button look="solid" onClick={() => setEditing(true)}>
          <Pencil className="size-4" aria-hidden="true" />
          {t('edit.open')}
        </Button>
      </div>
      <div className="px-2 pb-2 md:px-3">
        <Grid
          availability={availability}
          today={today}
          shown={shown}
          selection={selection}
          onSelect={(next) => {
            setDone(undefined);
            setSelection(next);
          }}
          onEdit={() => setEditing(true)}
        />
      </div>
      <Legend />
      {editing && (
        <Suspense fallback={null}>
          <Editor
            availability={availability}
            from={first}
            lastNight={last}
            roomTypeIds={types.map(({ roomTypeId }) => roomTypeId)}
            onClose={() => setEditing(false)}
            onDone={(count) => {
              setEditing(false);
              setDone(t('edit.done', { count }));
            }}
          />
        </Suspense>
      )}
    </section>
  );
}

function Legend() {
  const { t } = useTranslation('availability');
  return (
    <ul className="label flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-4 py-2.5 md:px-5">
      <li className="flex items-center gap-1.5">
        {t('legend.empty')}
        <span className="flex overflow-hidden rounded-1" aria-hidden="true">
          {[1, 2, 3, 4, 5, 6, 7].map((key) => (
            <span key={key} className="h-2.5 w-3.5" style={{ background: `var(--seq-${key})` }} />
          ))}
        </span>
        {t('legend.full')}
      </li>
      <li className="flex items-center gap-1.5">
        <span className="hatched h-3 w-4 rounded-1 bg-sunken" aria-hidden="true" />
        {t('legend.closed')}
      </li>
      <li>{t('legend.minStay')}</li>
      <li className="flex items-center gap-1.5">
        <NoArrival /> {t('legend.noArrival')}
      </li>
      <li className="flex items-center gap-1.5">
        <NoDeparture /> {t('legend.noDeparture')}
      </li>
      <li className="max-md:hidden md:ml-auto">{t('legend.keys')}</li>
    </ul>
  );
}
