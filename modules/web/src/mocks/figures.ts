import type { Schemas } from '@/lib/api-client';
import { addDays, addMonths, datesFrom, daysBetween, weekday } from '@/lib/dates';
import { month } from '@/lib/format';
import { channelNames, countries, dice, made, now, properties, today } from './data';
import { freshness } from './search';

const clamp = (value: number) => Math.round(Math.min(1, Math.max(0.04, value)) * 1000) / 1000;
const summary = (property: Schemas['Property']): Schemas['PropertySummary'] => {
  const { id, code, name, place, currency, timeZone } = property;
  return { id, code, name, place, rooms: code === 'CITY' ? 226 : 184, currency, timeZone };
};

/** How full a night ends: a summer, full weekends, a fair in week three. */
function final(date: string) {
  const offset = daysBetween(today, date);
  const season = 0.1 * Math.cos((daysBetween('2017-08-05', date) / 365) * 2 * Math.PI);
  const rhythm = [-0.08, -0.09, -0.05, 0.01, 0.09, 0.11, 0.02][weekday(date)] ?? 0;
  const fair = 0.14 * Math.exp(-((offset - 18) ** 2) / 14) - 0.16 * Math.exp(-((offset - 30) ** 2) / 30);
  return clamp(0.72 + season + rhythm + fair + 0.03 * Math.sin(offset * 1.9));
}
const booked = (date: string) => {
  const offset = daysBetween(today, date);
  return offset <= 0 ? final(date) : clamp(final(date) * (0.14 + 0.84 * Math.exp(-offset / 34)));
};

export function overview(
  code: string | null,
  date: string | null,
  days: number,
): Schemas['OperationsOverview'] {
  const property = properties.find((one) => one.code === code || one.id === code) ?? properties[0];
  if (!property) throw new Error('no property');
  const from = date ?? today;
  const { rooms } = summary(property);
  const behind = Math.max(28, Math.round(days / 3));
  const nights = datesFrom(addDays(from, -behind), behind + days + 1);
  return {
    property: summary(property),
    asOf: now,
    today,
    date: from,
    metrics: [
      metric(
        'occupancy',
        'ratio',
        0.742,
        0.036,
        'points',
        'up',
        [61, 64, 63, 66, 68, 67, 70, 69, 71, 70, 72, 73, 73, 74],
      ),
      metric(
        'adr',
        'money',
        14_380,
        0.041,
        'ratio',
        'up',
        [132, 134, 133, 136, 138, 137, 136, 139, 141, 140, 142, 141, 143, 144],
      ),
      metric(
        'revpar',
        'money',
        10_670,
        0.094,
        'ratio',
        'up',
        [81, 84, 83, 88, 92, 91, 94, 95, 98, 97, 101, 103, 104, 107],
      ),
      metric(
        'pickup',
        'nights',
        318,
        -27,
        'nights',
        'up',
        [52, 47, 55, 61, 49, 44, 38, 41, 46, 52, 43, 39, 48, 45],
      ),
      metric(
        'cancellation',
        'ratio',
        0.268,
        -0.014,
        'points',
        'down',
        [30, 29.4, 29.8, 29, 28.4, 28.6, 28, 27.6, 27.9, 27.3, 27.1, 27.2, 26.9, 26.8],
      ),
    ],
    occupancy: nights.map((night) => ({
      date: night,
      capacity: rooms,
      sold: Math.round(booked(night) * rooms),
      onBooks: booked(night),
      ...(night < today && { actual: clamp(final(night) - 0.015) }),
      lastYear: clamp(final(night) * 0.92 + 0.03 * Math.cos(daysBetween(today, night) * 1.3)),
    })),
    channels: channelNames.map((name, index) => {
      const share = [0.612, 0.187, 0.118, 0.068, 0.015][index] ?? 0;
      const change = [-0.031, 0.042, 0.004, -0.012, -0.003][index] ?? 0;
      const cancellation = [0.341, 0.142, 0.187, 0.152, 0.21][index] ?? 0;
      const adr = [10_940, 13_120, 8_890, 12_410, 9_470][index] ?? 0;
      return {
        key: name,
        name,
        roomNights: Math.round(share * 2870),
        share,
        shareChange: change,
        adr,
        cancellation,
      };
    }),
    leadTime: {
      medianDays: 19,
      bins: [96, 71, 118, 167, 214, 158, 74, 41].map((bookings, index) => {
        const edges = [0, 2, 4, 8, 15, 31, 61, 91];
        const next = edges[index + 1];
        return { fromDays: edges[index] ?? 0, ...(next && { toDays: next - 1 }), bookings };
      }),
    },
    feed: recentFeed(property.id, 20),
    freshness: freshness('warehouse'),
  };
}

function metric(
  key: Schemas['Metric']['key'],
  unit: Schemas['Metric']['unit'],
  value: number,
  change: number,
  changeUnit: Schemas['Metric']['changeUnit'],
  goodWhen: Schemas['Metric']['goodWhen'],
  trend: number[],
): Schemas['Metric'] {
  return { key, unit, value, change, changeUnit, goodWhen, trend };
}

const kinds: Partial<Record<string, Schemas['ReservationEvent']['kind']>> = {
  'booking.confirmed.v1': 'booked',
  'booking.changed.v1': 'changed',
  'booking.cancelled.v1': 'cancelled',
  'booking.refused.v1': 'refused',
  'booking.checked-in.v1': 'checked-in',
  'booking.checked-out.v1': 'checked-out',
  'booking.no-show.v1': 'no-show',
};

export const allEvents: Schemas['ReservationEvent'][] = made
  .flatMap(({ booking, history }) =>
    history.flatMap((entry) => {
      const kind = kinds[entry.type];
      return kind ? [{ booking, entry, kind }] : [];
    }),
  )
  .sort((a, b) => a.entry.occurredAt.localeCompare(b.entry.occurredAt))
  .map(({ booking, entry, kind }, index) => ({
    id: `9000-${String(index).padStart(6, '0')}`,
    at: entry.occurredAt,
    recordedAt: entry.recordedAt,
    kind,
    bookingId: booking.id,
    propertyId: booking.propertyId,
    channel: booking.channel,
    ...(booking.propertyCode && { propertyCode: booking.propertyCode }),
    ...(booking.reference && { reference: booking.reference }),
    ...(booking.country && { country: booking.country }),
    roomTypes: booking.rooms.flatMap(({ roomTypeCode }) => roomTypeCode ?? []),
    arrival: booking.arrival,
    nights: booking.nights,
    total: booking.total,
  }));

export function recentFeed(property: string | null, limit: number) {
  const past = allEvents.filter(({ at, propertyId }) => at <= now && (!property || propertyId === property));
  return past.slice(-limit).reverse();
}

type Measure = Schemas['Measure'];
const measures: Record<string, Measure> = {
  occupancy: {
    key: 'occupancy',
    name: 'Occupancy',
    unit: 'ratio',
    goodWhen: 'up',
    definition: 'Rooms sold as a share of the rooms that exist to sell.',
  },
  roomNights: {
    key: 'roomNights',
    name: 'Room nights',
    unit: 'nights',
    goodWhen: 'up',
    definition: 'Rooms sold, counted once per night.',
  },
  capacity: {
    key: 'capacity',
    name: 'Capacity',
    unit: 'nights',
    definition: 'Rooms that exist to sell, counted once per night.',
  },
  free: { key: 'free', name: 'Free', unit: 'nights', definition: 'Capacity that is neither sold nor held.' },
  adr: {
    key: 'adr',
    name: 'ADR',
    unit: 'money',
    goodWhen: 'up',
    definition: 'Room revenue by room night sold.',
  },
  revpar: {
    key: 'revpar',
    name: 'RevPAR',
    unit: 'money',
    goodWhen: 'up',
    definition: 'Room revenue by room night that existed to sell.',
  },
  revenue: {
    key: 'revenue',
    name: 'Revenue',
    unit: 'money',
    goodWhen: 'up',
    definition: 'Each booking in equal parts over its room nights.',
  },
  net: {
    key: 'net',
    name: 'Net pick-up',
    unit: 'nights',
    goodWhen: 'up',
    definition: 'Room nights booked less room nights cancelled on that day.',
  },
  booked: {
    key: 'booked',
    name: 'Booked',
    unit: 'nights',
    goodWhen: 'up',
    definition: 'Room nights booked on that day.',
  },
  cancelled: {
    key: 'cancelled',
    name: 'Cancelled',
    unit: 'nights',
    goodWhen: 'down',
    definition: 'Room nights cancelled on that day.',
  },
  bookings: {
    key: 'bookings',
    name: 'Bookings',
    unit: 'count',
    goodWhen: 'up',
    definition: 'Bookings, whatever became of them.',
  },
  share: { key: 'share', name: 'Share', unit: 'ratio', definition: 'Share of all.' },
  cancellationRate: {
    key: 'cancellationRate',
    name: 'Cancelled',
    unit: 'ratio',
    goodWhen: 'down',
    definition: 'Bookings cancelled before arrival as a share of bookings.',
  },
  noShowRate: {
    key: 'noShowRate',
    name: 'No-shows',
    unit: 'ratio',
    goodWhen: 'down',
    definition: 'Bookings nobody came for as a share of bookings.',
  },
  lostRevenue: {
    key: 'lostRevenue',
    name: 'Lost revenue',
    unit: 'money',
    goodWhen: 'down',
    definition: 'Totals of the cancelled bookings.',
  },
};
const shapes: Record<
  Schemas['DashboardName'],
  { kind: Schemas['Dashboard']['dimension']['kind']; name: string; measures: string[] }
> = {
  occupancy: { kind: 'time', name: 'Night', measures: ['occupancy', 'roomNights', 'capacity', 'free'] },
  adr: { kind: 'time', name: 'Night', measures: ['adr', 'revpar', 'revenue', 'roomNights'] },
  'pick-up': { kind: 'time', name: 'Booked on', measures: ['net', 'booked', 'cancelled', 'bookings'] },
  cancellations: {
    kind: 'time',
    name: 'Arrival',
    measures: ['cancellationRate', 'noShowRate', 'bookings', 'lostRevenue'],
  },
  'lead-time': {
    kind: 'number',
    name: 'Days ahead',
    measures: ['bookings', 'share', 'cancellationRate', 'adr'],
  },
  channels: {
    kind: 'category',
    name: 'Channel',
    measures: ['roomNights', 'share', 'bookings', 'revenue', 'adr', 'cancellationRate'],
  },
  markets: {
    kind: 'category',
    name: 'Market',
    measures: ['roomNights', 'share', 'bookings', 'revenue', 'adr', 'cancellationRate'],
  },
  countries: {
    kind: 'category',
    name: 'Country',
    measures: ['roomNights', 'share', 'bookings', 'revenue', 'adr', 'cancellationRate'],
  },
  'length-of-stay': { kind: 'number', name: 'Nights', measures: ['bookings', 'share', 'roomNights', 'adr'] },
  revenue: { kind: 'time', name: 'Month', measures: ['revenue', 'roomNights', 'adr', 'bookings'] },
};

/** A likely value of a measure, from a weight between 0 and 1 and the days that a row covers. */
function value(key: string, weight: number, days: number, total: number) {
  const nights = Math.round(weight * 190 * days);
  const values: Record<string, number> = {
    occupancy: clamp(weight),
    roomNights: nights,
    capacity: 226 * days,
    free: Math.max(0, 226 * days - nights),
    adr: Math.round(8_000 + weight * 6_800),
    revpar: Math.round((8_000 + weight * 6_800) * weight),
    revenue: Math.round(nights * (8_000 + weight * 6_800)),
    net: Math.round((weight - 0.25) * 130 * days),
    booked: Math.round(weight * 130 * days),
    cancelled: Math.round(0.25 * 130 * days),
    bookings: Math.round(weight * 62 * days),
    share: total > 0 ? weight / total : 0,
    cancellationRate: clamp(0.42 - weight * 0.25),
    noShowRate: 0.011,
    lostRevenue: Math.round(weight * 310_000 * days),
  };
  return values[key] ?? 0;
}

function rowsOf(name: Schemas['DashboardName'], from: string, to: string, bucket: 'day' | 'week' | 'month') {
  if (shapes[name].kind === 'time') {
    const rows: { key: string; name: string; from: string; to: string; weight: number; days: number }[] = [];
    for (let at = bucket === 'month' ? addMonths(from, 0) : from; at < to; ) {
      const next = bucket === 'month' ? addMonths(at, 1) : addDays(at, bucket === 'week' ? 7 : 1);
      const key = bucket === 'month' ? at.slice(0, 7) : at;
      rows.push({
        key,
        name: bucket === 'month' ? month(key) : at,
        from: at,
        to: next,
        weight: booked(at),
        days: daysBetween(at, next),
      });
      at = next;
    }
    return rows;
  }
  const categories: Record<string, readonly (readonly [string, string])[]> = {
    channels: channelNames.map((one) => [one, one]),
    markets: ['Online TA', 'Offline TA/TO', 'Groups', 'Direct', 'Corporate', 'Complementary', 'Aviation'].map(
      (one) => [one, one],
    ),
    countries: [...countries],
    'lead-time': [
      ['0', '0–1'],
      ['2', '2–3'],
      ['4', '4–7'],
      ['8', '8–14'],
      ['15', '15–30'],
      ['31', '31–60'],
      ['61', '61–90'],
      ['91', '91+'],
    ],
    'length-of-stay': ['1', '2', '3', '4', '5', '6', '7', '8–13', '14+'].map((one) => [
      one.replace(/\D.*/, ''),
      one,
    ]),
  };
  const roll = dice(name.length * 7);
  return (categories[name] ?? []).map(([key, label], index) => ({
    key,
    name: label,
    weight: shapes[name].kind === 'category' ? 0.86 * 0.62 ** index : 0.2 + roll() * 0.7,
    days: 30,
  }));
}

export function dashboard(name: Schemas['DashboardName'], params: URLSearchParams): Schemas['Dashboard'] {
  const shape = shapes[name];
  const to = params.get('to') ?? addDays(today, 1);
  const from = params.get('from') ?? addDays(to, -365);
  const days = daysBetween(from, to);
  const natural = days <= 92 ? 'day' : days <= 400 ? 'week' : 'month';
  const bucket =
    name === 'revenue' ? 'month' : ((params.get('bucket') as 'day' | 'week' | 'month' | null) ?? natural);
  const rows = rowsOf(name, from, to, bucket);
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const compare = params.get('compare') === 'year';
  const property = properties.find(
    ({ code, id }) => code === params.get('property') || id === params.get('property'),
  );
  const valuesOf = (weight: number, span: number) =>
    Object.fromEntries(shape.measures.map((key) => [key, value(key, weight, span, total)]));
  return {
    name,
    ...(property && { property: summary(property) }),
    from,
    to,
    today,
    ...(shape.kind === 'time' && { bucket }),
    ...(compare && { compare: 'year' as const }),
    currency: 'EUR',
    dimension: { key: name, name: shape.name, kind: shape.kind },
    measures: shape.measures.map((key) => measures[key] as Measure),
    rows: rows.map(({ weight, days: span, ...row }) => ({
      ...row,
      values: valuesOf(weight, span),
      ...(compare && { previous: valuesOf(weight * 0.93, span) }),
    })),
    totals: valuesOf(0.71, 30),
    ...(compare && { previousTotals: valuesOf(0.66, 30) }),
    freshness: freshness('warehouse'),
  };
}
