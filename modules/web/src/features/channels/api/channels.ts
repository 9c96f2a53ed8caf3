import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '@/lib/api-client';

export interface MessageFilters {
  q?: string | undefined;
  outcome?: Schemas['ChannelOutcome'][] | undefined;
  action?: string[] | undefined;
  connection?: string[] | undefined;
}

const present = ({ q, outcome, action, connection }: MessageFilters) => ({
  ...(q && { q }),
  ...(outcome && { outcome }),
  ...(action && { action }),
  ...(connection && { connection }),
});

export const messageSearchQuery = (filters: MessageFilters) =>
  infiniteQueryOptions({
    queryKey: ['channels', 'messages', present(filters)],
    queryFn: ({ signal, pageParam }) =>
      unwrap(
        api.GET('/v1/search/channel-messages', {
          signal,
          params: { query: { ...present(filters), limit: 50, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });

export const messageQuery = (channelMessageId: string) =>
  queryOptions({
    queryKey: ['channels', 'message', channelMessageId],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/v1/channel-messages/{channelMessageId}', {
          signal,
          params: { path: { channelMessageId } },
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const channelBookingQuery = (channelBookingId: string) =>
  queryOptions({
    queryKey: ['channels', 'booking', channelBookingId],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/v1/channel-bookings/{channelBookingId}', {
          signal,
          params: { path: { channelBookingId } },
        }),
      ),
  });

export const channelBookingHistoryQuery = (channelBookingId: string) =>
  queryOptions({
    queryKey: ['channels', 'booking', channelBookingId, 'history'],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/v1/channel-bookings/{channelBookingId}/history', {
          signal,
          params: { path: { channelBookingId } },
        }),
      ),
  });
