import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/lib/api-client';

/** A booking now, or after one of its revisions (which never changes again). */
export const bookingQuery = (bookingId: string, revision?: number) =>
  queryOptions({
    queryKey: ['booking', bookingId, revision ?? 'now'],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/v1/bookings/{bookingId}', {
          signal,
          params: { path: { bookingId }, query: { ...(revision && { revision }) } },
        }),
      ),
    staleTime: revision ? Number.POSITIVE_INFINITY : 0,
  });

export const historyQuery = (bookingId: string) =>
  queryOptions({
    queryKey: ['booking', bookingId, 'history'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/bookings/{bookingId}/history', { signal, params: { path: { bookingId } } })),
  });

/** Personal data: only on demand, never kept in the cache after the page is left, never fetched again by itself. */
export const guestQuery = (bookingId: string) =>
  queryOptions({
    queryKey: ['booking', bookingId, 'guest'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/bookings/{bookingId}/guest', { signal, params: { path: { bookingId } } })),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
