import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { plainValue } from '@/lib/changes';
import { moment, money } from '@/lib/format';
import { Async } from '@/ui/async';
import { Badge, type Tone } from '@/ui/badge';
import { Fact, Facts } from '@/ui/facts';
import { PageHeader } from '@/ui/page-header';
import { Panel } from '@/ui/panel';
import { channelBookingHistoryQuery, channelBookingQuery } from './api/channels';

const tones: Record<Schemas['ChannelBooking']['status'], Tone> = {
  requested: 'plain',
  reserved: 'brand',
  modified: 'brand',
  cancelled: 'bad',
  refused: 'bad',
};

interface ChannelBookingPageProps {
  channelBookingId: string;
  back: ReactNode;
  bookingLink: (bookingId: string, children: ReactNode) => ReactNode;
}

/** One reservation as the channel knows it, every version it sent, and the booking it became. */
export function ChannelBookingPage({ channelBookingId, back, bookingLink }: ChannelBookingPageProps) {
  const { t } = useTranslation('channels');
  const query = useQuery(channelBookingQuery(channelBookingId));
  const history = useQuery(channelBookingHistoryQuery(channelBookingId));
  return (
    <div className="grid gap-4">
      <p>{back}</p>
      <Async query={query} waiting={<div className="waiting h-48" aria-hidden="true" />}>
        {(booking) => (
          <div className="grid gap-4 md:gap-5">
            <PageHeader
              title={booking.remoteId}
              below={
                <span className="mt-1 flex flex-wrap items-center gap-2">
                  <Badge tone={tones[booking.status]}>{t(`bookingStatus.${booking.status}`)}</Badge>
                  {booking.connection}
                  {booking.bookingId && bookingLink(booking.bookingId, t('toBooking'))}
                </span>
              }
            />
            <Panel title={t('reservation')}>
              <div className="px-4 pb-4 md:px-5">
                <Facts className="md:grid-cols-4">
                  <Fact name={t('field.hotelCode')}>{booking.hotelCode}</Fact>
                  <Fact name={t('field.remoteVersion')}>{booking.remoteVersion}</Fact>
                  <Fact name={t('field.revision')}>{booking.revision}</Fact>
                  <Fact name={t('field.updatedAt')}>{moment(booking.updatedAt, 'UTC', 'second')} UTC</Fact>
                  <Fact name={t('column.reason')}>{booking.reason}</Fact>
                  <Fact name={t('field.id')}>
                    <code className="text-sm break-all">{booking.id}</code>
                  </Fact>
                </Facts>
              </div>
            </Panel>
            <Panel title={t('history')}>
              <Async
                query={history}
                waiting={<div className="waiting m-5 h-24" aria-hidden="true" />}
                className="m-4"
              >
                {({ items }) => (
                  <ol className="pb-2">
                    {[...items]
                      .sort((a, b) => b.revision - a.revision)
                      .map((entry) => (
                        <li
                          key={entry.revision}
                          className="border-t border-line px-4 py-2.5 first:border-none md:px-5"
                        >
                          <p className="font-medium">
                            {entry.type
                              .replace(/\.v\d+$/, '')
                              .replace(/^.*\./, '')
                              .replaceAll('-', ' ')}
                            <span className="label figures ml-2">
                              {moment(entry.occurredAt, 'UTC', 'second')} UTC
                            </span>
                          </p>
                          <ul className="text-sm text-ink-2">
                            {entry.changes.map(({ path, before, after }) => (
                              <li key={path} className="break-words">
                                {path.slice(1).replaceAll('/', ' ')}{' '}
                                {before !== undefined && <del>{plainValue(before, money)}</del>}{' '}
                                <ins className="text-ink no-underline">{plainValue(after, money)}</ins>
                              </li>
                            ))}
                          </ul>
                        </li>
                      ))}
                  </ol>
                )}
              </Async>
            </Panel>
          </div>
        )}
      </Async>
    </div>
  );
}
