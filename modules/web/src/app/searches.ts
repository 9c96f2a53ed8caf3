import { dateIn, many, one, oneOf, wholeIn } from '@/lib/search-params';

/**
 * What each page reads from the address. By hand: a schema library would be in everyone's first load. What cannot be
 * read is left out, so an old or mistyped address still opens its page.
 */
type Raw = Record<string, unknown>;

export interface SignInSearch {
  next?: string | undefined;
}
export const signInSearch = (search: Raw): SignInSearch => {
  const next = one(search.next);
  // Only a path of ours: a link to the sign-in page must not send anyone elsewhere.
  return { next: next && /^\/(?![/\\])/.test(next) ? next : undefined };
};

export interface OperationsSearch {
  property?: string | undefined;
  ahead?: number | undefined;
  date?: string | undefined;
}
export const operationsSearch = (search: Raw): OperationsSearch => ({
  property: one(search.property),
  ahead: wholeIn(search.ahead, 7, 84),
  date: dateIn(search.date),
});

export interface AnalysisSearch {
  property?: string | undefined;
  view?: string | undefined;
  measure?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  bucket?: 'day' | 'week' | 'month' | undefined;
  compare?: 'year' | 'none' | undefined;
}
export const analysisSearch = (search: Raw): AnalysisSearch => ({
  property: one(search.property),
  view: one(search.view),
  measure: one(search.measure),
  from: dateIn(search.from),
  to: dateIn(search.to),
  bucket: oneOf(search.bucket, ['day', 'week', 'month']),
  compare: oneOf(search.compare, ['year', 'none']),
});

export interface ForecastSearch {
  property?: string | undefined;
  series?: 'arrivals' | 'rooms' | undefined;
  ahead?: number | undefined;
}
export const forecastSearch = (search: Raw): ForecastSearch => ({
  property: one(search.property),
  series: oneOf(search.series, ['arrivals', 'rooms']),
  ahead: wholeIn(search.ahead, 1, 123),
});

export interface BookingSearch {
  revision?: number | undefined;
}
export const bookingSearch = (search: Raw): BookingSearch => ({
  revision: wholeIn(search.revision, 1, Number.MAX_SAFE_INTEGER),
});

export interface AvailabilitySearch {
  property?: string | undefined;
  from?: string | undefined;
  show?: 'free' | 'sold' | 'share' | undefined;
}
export const availabilitySearch = (search: Raw): AvailabilitySearch => ({
  property: one(search.property),
  from: dateIn(search.from),
  show: oneOf(search.show, ['free', 'sold', 'share']),
});

const outcomes = ['success', 'advisory', 'warning', 'error', 'refused'] as const;
export interface ChannelsSearch {
  q?: string | undefined;
  outcome?: (typeof outcomes)[number][] | undefined;
  action?: string[] | undefined;
  connection?: string[] | undefined;
  message?: string | undefined;
}
export const channelsSearch = (search: Raw): ChannelsSearch => ({
  q: one(search.q),
  outcome: some(many(search.outcome).flatMap((text) => oneOf(text, outcomes) ?? [])),
  action: some(many(search.action)),
  connection: some(many(search.connection)),
  message: one(search.message),
});

export interface ChannelSyncSearch {
  sync?: string | undefined;
  faults?: string | undefined;
}
export const channelSyncSearch = (search: Raw): ChannelSyncSearch => ({
  sync: one(search.sync),
  faults: one(search.faults),
});

const some = <T>(values: T[]) => (values.length ? values : undefined);
