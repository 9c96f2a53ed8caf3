import type { Schemas } from '@/lib/api-client';
import { channelNames, countries, leadDays, made, now, properties } from './data';

export const freshness = (source: 'search' | 'warehouse'): Schemas['Freshness'] => ({
  asOf: now,
  lagMillis: source === 'search' ? 180 : 240,
  source,
});

type Booking = Schemas['Booking'];
const nameOf = (code: string) => properties.find((property) => property.code === code)?.name;
const typesOf = ({ rooms }: Booking) => rooms.flatMap(({ roomTypeCode }) => roomTypeCode ?? []);
const facetValues = {
  status: ({ status }: Booking) => [status],
  property: ({ propertyCode }: Booking) => [propertyCode ?? ''],
  channel: ({ channel }: Booking) => [channel],
  market: ({ market }: Booking) => [market ?? ''],
  country: ({ country }: Booking) => [country ?? ''],
  roomType: typesOf,
} as const;
type Facet = keyof typeof facetValues;
const facetNames = Object.keys(facetValues) as Facet[];
const labels: Partial<Record<Facet, (value: string) => string | undefined>> = {
  property: nameOf,
  country: (value) => countries.get(value),
};

/** Words that differ by one letter still match: the real engine is asked to be at least this kind. */
function near(word: string, other: string) {
  if (other.startsWith(word)) return true;
  if (word.length < 4 || Math.abs(word.length - other.length) > 1) return false;
  let i = 0;
  while (i < word.length && word[i] === other[i]) i++;
  let j = 0;
  while (j < word.length - i && word[word.length - 1 - j] === other[other.length - 1 - j]) j++;
  return Math.max(word.length, other.length) - i - j <= 1;
}

function highlight(words: string[], text: string): Schemas['Fragment'] | undefined {
  const marks: [number, number][] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu))
    if (words.some((word) => near(word, match[0].toLowerCase())))
      marks.push([match.index, match.index + match[0].length]);
  return marks.length ? { text, marks } : undefined;
}

function hit(booking: Booking, words: string[]): Schemas['BookingHit'] | undefined {
  const countryName = countries.get(booking.country ?? '');
  const fields: Record<string, string | undefined> = {
    reference: booking.reference,
    channel: booking.channel,
    countryName,
    market: booking.market,
    roomTypes: typesOf(booking).join(', '),
    company: booking.company && `Company ${booking.company}`,
  };
  const highlights: Schemas['Highlights'] = {};
  for (const [name, text] of Object.entries(fields)) {
    const fragment = text && highlight(words, text);
    if (fragment) highlights[name] = [fragment];
  }
  if (words.length && Object.keys(highlights).length === 0) return undefined;
  const { status, propertyId, propertyCode, channel, reference, market, country, total } = booking;
  return {
    id: booking.id,
    revision: booking.revision,
    status,
    propertyId,
    channel,
    ...(propertyCode && { propertyCode, propertyName: nameOf(propertyCode) ?? propertyCode }),
    ...(reference && { reference }),
    ...(market && { market }),
    ...(country && { country }),
    ...(countryName && { countryName }),
    roomTypes: typesOf(booking),
    rooms: booking.rooms.length,
    arrival: booking.arrival,
    departure: booking.departure,
    nights: booking.nights,
    leadDays: leadDays(booking),
    total,
    bookedAt: booking.bookedAt,
    updatedAt: booking.updatedAt,
    highlights,
  };
}

const orders: Record<string, (a: Booking, b: Booking) => number> = {
  booked: (a, b) => a.bookedAt.localeCompare(b.bookedAt),
  arrival: (a, b) => a.arrival.localeCompare(b.arrival),
  total: (a, b) => a.total.amountMinor - b.total.amountMinor,
};

export function searchBookings(params: URLSearchParams): Schemas['BookingSearch'] {
  const words = (params.get('q') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const between = (value: string | number, from: string | null, to: string | null) =>
    (from === null || value >= (typeof value === 'number' ? Number(from) : from)) &&
    (to === null || value <= (typeof value === 'number' ? Number(to) : to));
  const inRange = made
    .map(({ booking }) => booking)
    .filter(
      (booking) =>
        between(booking.arrival, params.get('arrivalFrom'), params.get('arrivalTo')) &&
        between(booking.bookedAt.slice(0, 10), params.get('bookedFrom'), params.get('bookedTo')) &&
        between(booking.total.amountMinor, params.get('minTotal'), params.get('maxTotal')),
    );
  const matched = inRange.flatMap((booking) => {
    const found = hit(booking, words);
    return found ? [{ booking, found }] : [];
  });
  const fits = (booking: Booking, facet: Facet) => {
    const wanted = params.getAll(facet);
    return wanted.length === 0 || facetValues[facet](booking).some((value) => wanted.includes(value));
  };
  const facets = Object.fromEntries(
    facetNames.map((facet) => {
      const counts = new Map<string, number>();
      for (const { booking } of matched)
        if (facetNames.every((other) => other === facet || fits(booking, other)))
          for (const value of facetValues[facet](booking)) counts.set(value, (counts.get(value) ?? 0) + 1);
      const values = [...counts]
        .sort((a, b) => b[1] - a[1])
        .map(([value, count]) => {
          const label = labels[facet]?.(value);
          return { value, count, ...(label && { label }) };
        });
      return [facet, values];
    }),
  ) as Schemas['BookingSearch']['facets'];

  const sort = params.get('sort') ?? '-booked';
  const order = orders[sort.replace('-', '')] ?? orders.booked;
  const turn = sort.startsWith('-') || sort === 'relevance' ? -1 : 1;
  const all = matched
    .filter(({ booking }) => facetNames.every((facet) => fits(booking, facet)))
    .sort((a, b) => turn * (order?.(a.booking, b.booking) ?? 0));
  const start = Number(params.get('cursor') ?? 0);
  const end = start + Number(params.get('limit') ?? 50);
  return {
    items: all.slice(start, end).map(({ found }) => found),
    total: all.length,
    facets,
    ...(end < all.length && { next: String(end) }),
    freshness: freshness('search'),
  };
}

export function suggest(words: string): Schemas['Suggestions'] {
  const q = words.toLowerCase();
  const fits = (text: string) =>
    text
      .toLowerCase()
      .split(/\s+/)
      .some((part) => near(q, part));
  const items: Schemas['Suggestions']['items'] = [
    ...[...countries]
      .filter(([, name]) => fits(name))
      .map(([value, text]) => ({ text, kind: 'country' as const, value })),
    ...channelNames.filter(fits).map((text) => ({ text, kind: 'channel' as const, value: text })),
    ...properties
      .filter(({ name }) => fits(name))
      .map(({ name, code }) => ({ text: name, kind: 'property' as const, value: code })),
    ...made
      .filter(({ booking }) => booking.reference?.toLowerCase().startsWith(q))
      .map(({ booking }) => ({ text: booking.reference ?? '', kind: 'booking' as const, value: booking.id })),
  ];
  return { items: items.slice(0, 8), freshness: freshness('search') };
}
