import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '@/lib/api-client';
import type { paths } from '@/lib/api-schema';
import { dateIn, many, one, oneOf, stringifySearch, wholeIn } from '@/lib/search-params';

type Query = NonNullable<paths['/v1/search/bookings']['get']['parameters']['query']>;
export type BookingSort = NonNullable<Query['sort']>;
export const sorts = [
  'relevance',
  '-booked',
  'booked',
  'arrival',
  '-arrival',
  '-total',
  'total',
] as const satisfies BookingSort[];

export const statuses = [
  'requested',
  'held',
  'confirmed',
  'changing',
  'cancelled',
  'refused',
  'expired',
  'checked-in',
  'checked-out',
  'no-show',
] as const satisfies Schemas['BookingStatus'][];

export const facetNames = ['status', 'property', 'channel', 'market', 'country', 'roomType'] as const;
export type FacetName = (typeof facetNames)[number];

/** The whole state of the page, which is its address. */
export interface BookingFilters {
  q?: string | undefined;
  status?: Schemas['BookingStatus'][] | undefined;
  property?: string[] | undefined;
  channel?: string[] | undefined;
  market?: string[] | undefined;
  country?: string[] | undefined;
  roomType?: string[] | undefined;
  arrivalFrom?: string | undefined;
  arrivalTo?: string | undefined;
  bookedFrom?: string | undefined;
  bookedTo?: string | undefined;
  minTotal?: number | undefined;
  maxTotal?: number | undefined;
  sort?: BookingSort | undefined;
}

const some = (value: unknown) => {
  const values = many(value);
  return values.length ? values : undefined;
};
const largest = 1_000_000_000_000;

/** Reads the address; what cannot be read is left out rather than shown as an error. */
export function readFilters(search: Record<string, unknown>): BookingFilters {
  const status = many(search.status).filter((value) => statuses.some((known) => known === value));
  return {
    q: one(search.q)?.slice(0, 200),
    status: status.length ? (status as Schemas['BookingStatus'][]) : undefined,
    property: some(search.property),
    channel: some(search.channel),
    market: some(search.market),
    country: some(search.country),
    roomType: some(search.roomType),
    arrivalFrom: dateIn(search.arrivalFrom),
    arrivalTo: dateIn(search.arrivalTo),
    bookedFrom: dateIn(search.bookedFrom),
    bookedTo: dateIn(search.bookedTo),
    minTotal: wholeIn(search.minTotal, 0, largest),
    maxTotal: wholeIn(search.maxTotal, 0, largest),
    sort: oneOf(search.sort, sorts),
  };
}

/** Without what is undefined, as the wire wants it. */
export const present = <T extends object>(filters: T) =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined && value !== '')) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

const pageSize = 50;

export const bookingSearchQuery = (filters: BookingFilters) =>
  infiniteQueryOptions({
    queryKey: ['bookings', 'search', present(filters)],
    queryFn: ({ signal, pageParam }) =>
      unwrap(
        api.GET('/v1/search/bookings', {
          signal,
          params: {
            query: { ...present(filters), limit: pageSize, ...(pageParam && { cursor: pageParam }) } as Query,
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });

export const suggestionsQuery = (q: string) =>
  queryOptions({
    queryKey: ['bookings', 'suggestions', q],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/search/bookings/suggestions', { signal, params: { query: { q, limit: 8 } } })),
    staleTime: 60_000,
    enabled: q.length > 0,
  });

export const exportPath = (filters: BookingFilters) =>
  `/v1/exports/bookings.csv${stringifySearch(present(filters))}`;
