import type { Schemas } from '@/lib/api-client';
import { addDays, daysBetween } from '@/lib/dates';

/** A small tenant, made up the same way every time: two houses, some hundred bookings around one summer day. */
export const demoKey = 'wmk_00000000000000000000000000_demo';
export const today = '2017-07-14';
export const now = `${today}T09:42:00Z`;

/** A repeatable stream of numbers between 0 and 1 (mulberry32). */
export function dice(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export function idOf(prefix: string, seed: number) {
  const next = dice(seed * 7919 + prefix.charCodeAt(0) * 31 + prefix.charCodeAt(1));
  return `${prefix}_${Array.from({ length: 26 }, () => alphabet[Math.floor(next() * 32)]).join('')}`;
}

const typesOf = (property: number, entries: readonly (readonly [string, string, number])[]) =>
  entries.map(([code, name, maxGuests], index) => ({
    id: idOf('rmt', property * 100 + index),
    code,
    name,
    maxGuests,
  }));

export const properties: Schemas['Property'][] = [
  {
    id: idOf('prp', 1),
    revision: 1,
    code: 'CITY',
    name: 'City Hotel',
    place: 'Lisbon',
    currency: 'EUR',
    timeZone: 'Europe/Lisbon',
    roomTypes: typesOf(1, [
      ['A', 'Standard double', 2],
      ['B', 'Standard twin', 2],
      ['D', 'Superior double', 3],
      ['E', 'Junior suite', 3],
      ['F', 'Family room', 4],
      ['G', 'Suite', 4],
    ]),
  },
  {
    id: idOf('prp', 2),
    revision: 1,
    code: 'RESORT',
    name: 'Resort Hotel',
    place: 'Algarve',
    currency: 'EUR',
    timeZone: 'Europe/Lisbon',
    roomTypes: typesOf(2, [
      ['A', 'Garden double', 2],
      ['C', 'Garden family', 4],
      ['D', 'Sea double', 3],
      ['E', 'Sea suite', 3],
      ['G', 'Villa', 6],
      ['H', 'Grand villa', 8],
      ['L', 'Apartment', 4],
    ]),
  },
];
export const city = properties[0] as Schemas['Property'];

export const channelNames = ['TA/TO', 'Direct', 'Corporate', 'GDS', 'Undefined'];
const markets = ['Online TA', 'Offline TA/TO', 'Groups', 'Direct', 'Corporate', 'Complementary'];
export const countries = new Map([
  ['PRT', 'Portugal'],
  ['GBR', 'United Kingdom'],
  ['FRA', 'France'],
  ['ESP', 'Spain'],
  ['DEU', 'Germany'],
  ['ITA', 'Italy'],
  ['IRL', 'Ireland'],
  ['BRA', 'Brazil'],
  ['NLD', 'Netherlands'],
  ['USA', 'United States'],
]);

export interface MadeBooking {
  booking: Schemas['Booking'];
  history: Schemas['HistoryEntry'][];
  guest: Schemas['OpenedGuest'];
}

const surnames = ['Okafor', 'Schreiber', 'Brandão', 'Lindqvist', 'Marchetti', 'Dhillon', 'Aalto', 'Figueira'];
const givenNames = ['Maya', 'Lukas', 'Teresa', 'Anders', 'Julia', 'Priya', 'Kaisa', 'Rui'];

function pick<T>(list: readonly T[], roll: number, lean = 1): T {
  return list[Math.floor(roll ** lean * list.length)] as T;
}

function make(index: number): MadeBooking {
  const roll = dice(index + 17);
  const property = pick(properties, roll(), 0.8);
  const type = pick(property.roomTypes, roll(), 1.7);
  const arrival = addDays(today, Math.floor(roll() * 130) - 60);
  const nights = 1 + Math.floor(roll() ** 2 * 9);
  const departure = addDays(arrival, nights);
  const lead = Math.floor(roll() ** 1.8 * 190);
  const bookedOn = [addDays(arrival, -lead), today].sort()[0] as string;
  const time = `${String(7 + Math.floor(roll() * 14)).padStart(2, '0')}:${String(Math.floor(roll() * 60)).padStart(2, '0')}:12`;
  const bookedAt = bookedOn === today ? `${today}T0${index % 9}:31:40Z` : `${bookedOn}T${time}Z`;
  const channel = pick(channelNames, roll(), 2.2);
  const country = pick([...countries.keys()], roll(), 1.6);
  const fate = roll();
  const status: Schemas['BookingStatus'] =
    fate < 0.24
      ? 'cancelled'
      : fate < 0.26
        ? 'refused'
        : departure <= today
          ? fate < 0.3
            ? 'no-show'
            : 'checked-out'
          : arrival <= today
            ? 'checked-in'
            : fate > 0.97
              ? 'held'
              : 'confirmed';
  const id = idOf('bkg', index);
  const perNight = 6_500 + Math.floor(roll() * 14_000) + property.roomTypes.indexOf(type) * 2_200;
  const total = { amountMinor: perNight * nights, currency: property.currency };
  const changed = roll() < 0.2;
  const booking: Schemas['Booking'] = {
    id,
    revision: 1,
    status,
    propertyId: property.id,
    propertyCode: property.code,
    channel,
    ...(channel === 'TA/TO' && { connection: 'alpine-demo', channelBookingId: idOf('cbk', index) }),
    reference: `${property.code.slice(0, 1)}${String(20_000 + index * 37)}`,
    market: pick(markets, roll(), 1.4),
    rooms: [
      {
        line: 1,
        roomTypeId: type.id,
        roomTypeCode: type.code,
        arrival,
        departure,
        adults: 1 + Math.floor(roll() * 2),
        children: roll() < 0.15 ? 1 : 0,
        infants: 0,
        ratePlan: 'BAR',
        meal: pick(['BB', 'HB', 'SC'], roll(), 2),
      },
    ],
    arrival,
    departure,
    nights,
    total,
    country,
    policy: {
      code: pick(['flexible', 'non-refundable'], roll(), 2),
      text: 'Free until two days before arrival.',
    },
    depositType: 'No Deposit',
    customerType: pick(['Transient', 'Transient-Party', 'Contract', 'Group'], roll(), 2),
    ...(channel === 'TA/TO' && { agent: String(1 + Math.floor(roll() * 300)) }),
    ...(channel === 'Corporate' && { company: String(40 + Math.floor(roll() * 90)) }),
    specialRequests: Math.floor(roll() * 3),
    parkingSpaces: roll() < 0.1 ? 1 : 0,
    ...(status === 'held' && { holdExpiresAt: `${today}T10:15:00Z` }),
    ...(status === 'refused' && {
      refusal: { code: 'sold-out', detail: `${type.name} is full on ${arrival}.` },
    }),
    ...(status === 'checked-in' && { assignedRoomTypeCode: type.code }),
    ...(status === 'checked-out' && { assignedRoomTypeCode: type.code, departedOn: departure }),
    subject: idOf('sub', index),
    bookedAt,
    updatedAt: bookedAt,
  };
  const history = historyOf(booking, changed, index);
  booking.revision = history.length;
  booking.updatedAt = history.at(-1)?.occurredAt ?? bookedAt;
  const guest: Schemas['OpenedGuest'] =
    index % 11 === 0
      ? { erased: true, subject: booking.subject ?? '' }
      : {
          erased: false,
          subject: booking.subject ?? '',
          givenName: pick(givenNames, roll()),
          surname: pick(surnames, roll()),
          email: `guest${index}@example.com`,
          phone: '+351 200 000 000',
          language: 'en',
        };
  return { booking, history, guest };
}

function historyOf(booking: Schemas['Booking'], changed: boolean, seed: number): Schemas['HistoryEntry'][] {
  const steps: [string, string, { path: string; before?: unknown; after?: unknown }[]][] = [
    [
      'booking.requested.v1',
      booking.bookedAt,
      [
        { path: '/status', after: 'requested' },
        { path: '/channel', after: booking.channel },
        { path: '/total', after: booking.total },
        { path: '/rooms', after: booking.rooms },
      ],
    ],
  ];
  if (booking.status === 'refused') {
    steps.push([
      'booking.refused.v1',
      booking.bookedAt,
      [{ path: '/status', before: 'requested', after: 'refused' }],
    ]);
  } else {
    steps.push([
      'booking.held.v1',
      booking.bookedAt,
      [{ path: '/status', before: 'requested', after: 'held' }],
    ]);
    if (booking.status !== 'held')
      steps.push([
        'booking.confirmed.v1',
        booking.bookedAt,
        [{ path: '/status', before: 'held', after: 'confirmed' }],
      ]);
    if (changed && booking.status !== 'held') {
      const less = { ...booking.total, amountMinor: Math.round(booking.total.amountMinor * 0.8) };
      steps.push([
        'booking.changed.v1',
        `${addDays(booking.bookedAt.slice(0, 10), 1)}T11:20:00Z`,
        [
          { path: '/total', before: less, after: booking.total },
          { path: '/departure', before: addDays(booking.departure, -1), after: booking.departure },
          { path: '/nights', before: booking.nights - 1, after: booking.nights },
        ],
      ]);
    }
    if (booking.status === 'cancelled')
      steps.push([
        'booking.cancelled.v1',
        `${[addDays(booking.arrival, -3), addDays(today, -1)].sort()[0]}T16:05:00Z`,
        [{ path: '/status', before: 'confirmed', after: 'cancelled' }],
      ]);
    if (booking.status === 'no-show')
      steps.push([
        'booking.no-show.v1',
        `${addDays(booking.arrival, 1)}T02:00:00Z`,
        [{ path: '/status', before: 'confirmed', after: 'no-show' }],
      ]);
    if (booking.status === 'checked-in' || booking.status === 'checked-out')
      steps.push([
        'booking.checked-in.v1',
        `${booking.arrival}T14:10:00Z`,
        [
          { path: '/status', before: 'confirmed', after: 'checked-in' },
          { path: '/assignedRoomTypeCode', after: booking.assignedRoomTypeCode },
        ],
      ]);
    if (booking.status === 'checked-out')
      steps.push([
        'booking.checked-out.v1',
        `${booking.departure}T10:30:00Z`,
        [
          { path: '/status', before: 'checked-in', after: 'checked-out' },
          { path: '/departedOn', after: booking.departure },
        ],
      ]);
  }
  return steps.map(([type, occurredAt, changes], index) => ({
    revision: index + 1,
    type,
    occurredAt,
    recordedAt: `2026-11-21T09:41:${String(10 + index)}.204Z`,
    actor: booking.connection ?? 'key_demo',
    source: booking.connection ? 'alpinebits' : 'http',
    ...(type === 'booking.cancelled.v1' && { reason: 'Plans changed' }),
    changes,
    hash: Array.from(
      { length: 64 },
      (_, at) => '0123456789abcdef'[(seed * 7 + index * 13 + at * 5) % 16],
    ).join(''),
  }));
}

export const made: MadeBooking[] = Array.from({ length: 640 }, (_, index) => make(index + 1));
export const madeById = new Map(made.map((entry) => [entry.booking.id, entry]));

/** The booking as it was: the present, with the later changes taken back. */
export function asOfRevision({ booking, history }: MadeBooking, revision: number): Schemas['Booking'] {
  const past = structuredClone(booking) as Schemas['Booking'] & Record<string, unknown>;
  for (const entry of history.filter((later) => later.revision > revision).reverse())
    for (const { path, before } of entry.changes) {
      const name = path.slice(1);
      if (before === undefined) delete past[name];
      else past[name] = before;
    }
  past.revision = revision;
  past.updatedAt = history[revision - 1]?.occurredAt ?? booking.updatedAt;
  return past;
}

/** Whether a booking takes a room for a night. */
export const occupies = ({ status }: Schemas['Booking']) =>
  status !== 'cancelled' && status !== 'refused' && status !== 'no-show' && status !== 'expired';
export const leadDays = ({ bookedAt, arrival }: Schemas['Booking']) =>
  Math.max(0, daysBetween(bookedAt.slice(0, 10), arrival));
