import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { bytes, duration, moment } from '@/lib/format';
import { Async } from '@/ui/async';
import { Fact, Facts } from '@/ui/facts';
import { Sheet } from '@/ui/sheet';
import { messageQuery } from '../api/channels';
import { short } from './message-filters';
import { OutcomeBadge } from './outcome-badge';

export type ChannelBookingLink = (channelBookingId: string, children: ReactNode) => ReactNode;

interface MessageSheetProps {
  messageId: string;
  onClose: () => void;
  link: ChannelBookingLink;
}

/** One message: what came of it and why, and the reservations it named. */
export function MessageSheet({ messageId, onClose, link }: MessageSheetProps) {
  const { t } = useTranslation('channels');
  const query = useQuery(messageQuery(messageId));
  return (
    <Sheet
      open
      onClose={onClose}
      title={(query.data && short(query.data.action)) || t('message')}
      below={query.data && <span className="text-sm break-all">{query.data.action}</span>}
    >
      <Async query={query} waiting={<div className="waiting h-56" aria-hidden="true" />}>
        {(message) => (
          <div className="grid gap-4">
            <div
              className={
                message.reason ? 'rounded-2 bg-sunken px-4 py-3' : 'flex items-center gap-2 text-ink-2'
              }
            >
              <OutcomeBadge outcome={message.outcome} />
              <p className={message.reason ? 'mt-1.5' : ''}>{message.reason ?? t('plainSuccess')}</p>
              {message.errorCode && (
                <p className="label mt-1">{t('errorCode', { code: message.errorCode })}</p>
              )}
            </div>
            {(message.remoteIds ?? []).length > 0 && (
              <section aria-label={t('reservations')}>
                <h3 className="label mb-1">{t('reservations')}</h3>
                <ul className="figures">
                  {message.remoteIds?.map((remoteId) => {
                    const known = message.channelBookings?.find((entry) => entry.remoteId === remoteId);
                    return (
                      <li key={remoteId} className="py-1 font-medium">
                        {known ? link(known.id, remoteId) : remoteId}
                      </li>
                    );
                  })}
                </ul>
              </section>
            )}
            <Facts>
              <Fact name={t('column.connection')}>{message.connection}</Fact>
              <Fact name={t('field.direction')}>{t(`direction.${message.direction}`)}</Fact>
              <Fact name={t('field.hotelCode')}>{message.hotelCode}</Fact>
              <Fact name={t('field.httpStatus')}>{message.httpStatus}</Fact>
              <Fact name={t('field.receivedAt')}>{moment(message.receivedAt, 'UTC', 'second')} UTC</Fact>
              <Fact name={t('field.occurredAt')}>{moment(message.occurredAt, 'UTC', 'second')} UTC</Fact>
              <Fact name={t('column.took')}>
                {message.durationMicros !== undefined && duration(message.durationMicros / 1000)}
              </Fact>
              <Fact name={t('field.bytes')}>{message.bytes !== undefined && bytes(message.bytes)}</Fact>
            </Facts>
            <Facts className="grid-cols-1!">
              <Fact name={t('field.requestId')}>
                {message.requestId && (
                  <code className="text-sm break-all select-all">{message.requestId}</code>
                )}
              </Fact>
              <Fact name={t('field.id')}>
                <code className="text-sm break-all select-all">{message.id}</code>
              </Fact>
            </Facts>
          </div>
        )}
      </Async>
    </Sheet>
  );
}
