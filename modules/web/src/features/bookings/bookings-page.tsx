import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { count } from '@/lib/format';
import { Async } from '@/ui/async';
import { Button } from '@/ui/button';
import { Empty } from '@/ui/empty';
import { ExportButton } from '@/ui/export-button';
import { SelectField } from '@/ui/fields';
import { FreshnessNote } from '@/ui/freshness';
import { PageHeader } from '@/ui/page-header';
import { Sheet } from '@/ui/sheet';
import { type BookingFilters, bookingSearchQuery, exportPath, sorts } from './api/search';
import { ChosenFilters } from './components/chosen-filters';
import { Facets } from './components/facets';
import { type BookingLink, Results } from './components/results';
import { SearchBox, type Suggestion } from './components/search-box';

interface BookingsPageProps {
  filters: BookingFilters;
  onChange: (filters: BookingFilters) => void;
  onOpen: (bookingId: string) => void;
  link: BookingLink;
}

/** Search, facets and results. The address holds every choice, so a result can be sent to someone. */
export function BookingsPage({ filters, onChange, onOpen, link }: BookingsPageProps) {
  const { t } = useTranslation('bookings');
  const [filtering, setFiltering] = useState(false);
  const query = useInfiniteQuery({ ...bookingSearchQuery(filters), placeholderData: keepPreviousData });
  const first = query.data?.pages[0];
  const facets = <Facets filters={filters} facets={first?.facets} onChange={onChange} />;

  const take = ({ kind, value }: Suggestion) => {
    if (kind === 'booking') onOpen(value);
    else onChange({ ...filters, q: undefined, [kind]: [...new Set([...(filters[kind] ?? []), value])] });
  };

  return (
    <div className="grid gap-4 md:gap-5">
      <PageHeader
        title={t('title')}
        below={
          first ? (
            <FreshnessNote freshness={first.freshness} />
          ) : (
            <span className="label">{t('loading')}</span>
          )
        }
      >
        <ExportButton path={exportPath(filters)} name="bookings.csv" />
      </PageHeader>
      <SearchBox
        key={filters.q ?? ''}
        words={filters.q ?? ''}
        onWords={(words) => onChange({ ...filters, q: words || undefined })}
        onSuggestion={take}
      />
      <div className="grid items-start gap-4 md:gap-5 xl:grid-cols-[17rem_1fr]">
        <aside aria-label={t('filter.title')} className="max-xl:hidden">
          {facets}
        </aside>
        <section aria-label={t('results')} className="min-w-0 rounded-3 border border-line bg-surface">
          <div className="flex flex-wrap items-center gap-3 px-4 py-3 md:px-5">
            <p className="figures text-md font-semibold" aria-live="polite">
              {first ? t('total', { count: first.total, number: count(first.total) }) : t('searching')}
            </p>
            <div className="ml-auto flex items-center gap-2">
              <Button className="xl:hidden" onClick={() => setFiltering(true)}>
                <SlidersHorizontal className="size-4" aria-hidden="true" />
                {t('filter.title')}
              </Button>
              <SelectField
                label={t('sort.label')}
                hideLabel
                value={filters.sort ?? 'relevance'}
                options={sorts.map((value) => ({ value, label: t(`sort.${value}`) }))}
                onChange={(sort) =>
                  onChange({
                    ...filters,
                    sort: sort === 'relevance' ? undefined : (sort as (typeof sorts)[number]),
                  })
                }
              />
            </div>
          </div>
          <div className="px-4 pb-3 empty:hidden md:px-5">
            <ChosenFilters filters={filters} facets={first?.facets} onChange={onChange} />
          </div>
          <Async query={query} waiting={<WaitingRows />} className="m-4">
            {({ pages }) =>
              pages[0]?.items.length ? (
                <>
                  <Results hits={pages.flatMap(({ items }) => items)} link={link} />
                  <div className="flex items-center gap-4 border-t border-line px-4 py-3 md:px-5">
                    <p className="label figures">
                      {t('shown', {
                        shown: count(pages.reduce((sum, { items }) => sum + items.length, 0)),
                        total: count(pages[0].total),
                      })}
                    </p>
                    {query.hasNextPage && (
                      <Button
                        className="ml-auto"
                        aria-disabled={query.isFetchingNextPage}
                        onClick={() => !query.isFetchingNextPage && query.fetchNextPage()}
                      >
                        {t(query.isFetchingNextPage ? 'loadingMore' : 'more')}
                      </Button>
                    )}
                    {query.isFetchNextPageError && (
                      <p role="alert" className="text-sm text-bad">
                        {query.error?.message}
                      </p>
                    )}
                  </div>
                </>
              ) : (
                <Empty title={t('empty.title')}>
                  <p>{t('empty.hint')}</p>
                  <Button className="mt-3" onClick={() => onChange({})}>
                    {t('empty.clear')}
                  </Button>
                </Empty>
              )
            }
          </Async>
        </section>
      </div>
      <Sheet
        open={filtering}
        onClose={() => setFiltering(false)}
        title={t('filter.title')}
        footer={
          <Button look="solid" onClick={() => setFiltering(false)}>
            {first ? t('filter.show', { count: first.total, number: count(first.total) }) : t('filter.close')}
          </Button>
        }
      >
        {facets}
      </Sheet>
    </div>
  );
}

function WaitingRows() {
  return (
    <div className="grid gap-2" aria-hidden="true">
      {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((key) => (
        <div key={key} className="waiting h-9" />
      ))}
    </div>
  );
}
