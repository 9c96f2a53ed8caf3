import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { day, decimal, percent } from '@/lib/format';
import { propertiesQuery } from '@/lib/properties';
import { Async } from '@/ui/async';
import { Button } from '@/ui/button';
import { LegendKey, solidMark } from '@/ui/charts/legend-key';
import { Empty } from '@/ui/empty';
import { FreshnessNote } from '@/ui/freshness';
import { PageHeader } from '@/ui/page-header';
import { Panel } from '@/ui/panel';
import { ProblemNote } from '@/ui/problem-note';
import { PropertySwitch } from '@/ui/property-switch';
import { Segmented } from '@/ui/segmented';
import { type Forecast, forecastQuery, isUnderWay, train } from './api/forecast';
import { ForecastChart } from './components/forecast-chart';
import { Notices } from './components/notices';
import { PaceTable } from './components/pace-table';

export interface ForecastSearch {
  property?: string | undefined;
  series?: 'arrivals' | 'rooms' | undefined;
  ahead?: number | undefined;
}

interface ForecastPageProps {
  search: ForecastSearch;
  onChange: (search: ForecastSearch) => void;
}

const spans = [28, 60, 123] as const;

/** What is expected of one property, how sure that is, and what to do about it. */
export function ForecastPage({ search, onChange }: ForecastPageProps) {
  const { t } = useTranslation('forecast');
  const properties = useQuery(propertiesQuery);
  const property =
    properties.data?.find(({ code, id }) => code === search.property || id === search.property) ??
    properties.data?.[0];
  const series = search.series ?? 'rooms';
  const ahead = search.ahead ?? spans[0];
  const query = useQuery({ ...forecastQuery(property?.code, series), placeholderData: keepPreviousData });
  const client = useQueryClient();
  const training = useMutation({
    mutationFn: () => train(property?.code ?? ''),
    onSuccess: () => client.invalidateQueries({ queryKey: ['forecast'] }),
  });
  const failed = properties.isError ? properties : query;

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
        below={query.data ? <FreshnessNote freshness={query.data.freshness} /> : t('loading')}
      >
        <Segmented
          label={t('series.label')}
          value={series}
          options={[
            { value: 'rooms', label: t('series.rooms') },
            { value: 'arrivals', label: t('series.arrivals') },
          ]}
          onChange={(next) => onChange({ ...search, series: next === 'rooms' ? undefined : next })}
        />
        <Segmented
          label={t('ahead.label')}
          value={String(ahead)}
          options={spans.map((days) => ({ value: String(days), label: t('ahead.days', { count: days }) }))}
          onChange={(days) => onChange({ ...search, ahead: Number(days) })}
        />
        <Button
          onClick={() => training.mutate()}
          disabled={!property || training.isPending || (query.data && isUnderWay(query.data))}
        >
          <RefreshCw className="size-4" aria-hidden="true" />
          {query.data && isUnderWay(query.data) ? t('training.underWay') : t('training.start')}
        </Button>
      </PageHeader>
      {training.isError && <ProblemNote error={training.error} onRetry={() => training.mutate()} />}
      {properties.data?.length === 0 ? (
        <section className="rounded-3 border border-line bg-surface">
          <Empty title={t('empty.title')}>{t('empty.noProperty')}</Empty>
        </section>
      ) : (
        <Async
          query={{ ...query, error: failed.error, isError: failed.isError, refetch: query.refetch }}
          waiting={<Waiting />}
        >
          {(forecast) => <Outlook forecast={forecast} ahead={ahead} />}
        </Async>
      )}
    </div>
  );
}

function Outlook({ forecast, ahead }: { forecast: Forecast; ahead: number }) {
  const { t } = useTranslation('forecast');
  const { training, accuracy } = forecast;
  if (!training.origin || forecast.days.length === 0)
    return (
      <section className="rounded-3 border border-line bg-surface">
        <Empty title={t('empty.title')}>{training.failure ?? t('empty.hint')}</Empty>
      </section>
    );
  return (
    <div className="grid gap-4 md:gap-5 xl:grid-cols-2">
      <Panel
        title={t(`chart.title.${forecast.series}`)}
        hint={t('chart.asOf', { date: day(training.origin, 'long') })}
        className="xl:col-span-2"
      >
        <Legend />
        <ForecastChart
          label={t(`chart.title.${forecast.series}`)}
          past={forecast.past}
          days={forecast.days.slice(0, ahead)}
          origin={training.origin}
        />
        <p className="label px-4 pb-4 md:px-5">
          {accuracy &&
            t('accuracy', {
              days: accuracy.days,
              error: decimal(accuracy.meanAbsoluteError),
              within80: percent(accuracy.within80),
              within95: percent(accuracy.within95),
            })}{' '}
          {t('learned', {
            model: training.model,
            from: day(training.learnedFrom ?? training.origin, 'long'),
            until: day(training.learnedUntil ?? training.origin, 'long'),
          })}
        </p>
      </Panel>
      <Panel title={t('notices.title')} hint={t('notices.hint')}>
        <Notices notices={forecast.notices} />
      </Panel>
      <Panel title={t('pace.title')} hint={t('pace.hint')}>
        <PaceTable days={forecast.days} />
      </Panel>
    </div>
  );
}

function Legend() {
  const { t } = useTranslation('forecast');
  return (
    <ul className="label flex flex-wrap gap-x-4 gap-y-1 px-4 pb-2 md:px-5">
      <LegendKey mark={solidMark} name={t('chart.came')} />
      <LegendKey
        mark={<path d="M0 5h16" className="stroke-brand-text" strokeWidth="1.5" strokeDasharray="6 4" />}
        name={t('chart.expected')}
      />
      <LegendKey mark={<rect width="16" height="10" className="fill-(--seq-2)" />} name={t('chart.eighty')} />
      <LegendKey
        mark={<rect width="16" height="10" className="fill-(--seq-1)" />}
        name={t('chart.ninetyFive')}
      />
      <LegendKey
        mark={<path d="M0 5h16" className="stroke-ink-2" strokeWidth="1.5" />}
        name={t('chart.books')}
      />
      <LegendKey
        mark={<path d="M0 5h16" className="stroke-ink-3" strokeWidth="1.25" strokeDasharray="2 4" />}
        name={t('chart.booksWeekAgo')}
      />
    </ul>
  );
}

const Waiting = () => <div className="h-96 animate-pulse rounded-3 border border-line bg-sunken" />;
