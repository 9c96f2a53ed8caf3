import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { count } from '@/lib/format';
import { Async } from '@/ui/async';
import { Button } from '@/ui/button';
import { Empty } from '@/ui/empty';
import { FreshnessNote } from '@/ui/freshness';
import { LiveSwitch } from '@/ui/live-switch';
import { PageHeader } from '@/ui/page-header';
import { type MessageFilters, messageSearchQuery } from './api/channels';
import { MessageFiltersBar } from './components/message-filters';
import { MessageList } from './components/message-list';
import { type ChannelBookingLink, MessageSheet } from './components/message-sheet';

export interface ChannelsSearch extends MessageFilters {
  message?: string | undefined;
}

interface ChannelsPageProps {
  search: ChannelsSearch;
  onChange: (search: ChannelsSearch) => void;
  link: ChannelBookingLink;
  /** The way to what channels know, which is another page. */
  sync?: ReactNode;
}

const refreshMillis = 5_000;

/** Everything the channels said, newest first, and what became of it. */
export function ChannelsPage({ search, onChange, link, sync }: ChannelsPageProps) {
  const { t } = useTranslation('channels');
  const [live, setLive] = useState(true);
  const { message, ...filters } = search;
  const query = useInfiniteQuery({
    ...messageSearchQuery(filters),
    placeholderData: keepPreviousData,
    // A longer list would be fetched again page by page: whoever reads on is not interrupted.
    refetchInterval: ({ state }) => (live && (state.data?.pages.length ?? 0) <= 1 ? refreshMillis : false),
  });
  const first = query.data?.pages[0];

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
        {sync}
        <LiveSwitch live={live} onToggle={() => setLive(!live)} />
      </PageHeader>
      <MessageFiltersBar key={filters.q ?? ''} filters={filters} facets={first?.facets} onChange={onChange} />
      <section aria-label={t('messages')} className="min-w-0 rounded-3 border border-line bg-surface">
        <p className="figures px-4 py-3 text-md font-semibold md:px-5" aria-live="polite">
          {first ? t('total', { count: first.total, number: count(first.total) }) : t('loading')}
        </p>
        <Async query={query} waiting={<div className="waiting h-96" aria-hidden="true" />} className="m-4">
          {({ pages }) =>
            pages[0]?.items.length ? (
              <>
                <MessageList
                  hits={pages.flatMap(({ items }) => items)}
                  onOpen={(id) => onChange({ ...search, message: id })}
                />
                {query.hasNextPage && (
                  <div className="border-t border-line px-4 py-3 text-right md:px-5">
                    <Button
                      aria-disabled={query.isFetchingNextPage}
                      onClick={() => !query.isFetchingNextPage && query.fetchNextPage()}
                    >
                      {t('more')}
                    </Button>
                  </div>
                )}
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
      {message && (
        <MessageSheet
          messageId={message}
          link={link}
          onClose={() => onChange({ ...search, message: undefined })}
        />
      )}
    </div>
  );
}
