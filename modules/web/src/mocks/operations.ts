import type { Schemas } from '@/lib/api-client';
import { idOf, made, now } from './data';
import { freshness } from './search';

const actions = [
  'OTA_HotelResNotif:GuestRequests',
  'OTA_HotelInvCountNotif:FreeRooms',
  'OTA_HotelRatePlanNotif:RatePlans',
  'OTA_Ping:Handshaking',
];
const reasons: Partial<Record<Schemas['ChannelOutcome'], string>> = {
  advisory: 'The guest’s language is not known; English is used.',
  warning: 'Reservation is older than the one we have: nothing was changed.',
  error: 'Hotel code 9999 does not exist here.',
  refused: 'Standard double is full on 2017-07-21.',
};

export const channelMessages: Schemas['ChannelMessage'][] = Array.from({ length: 130 }, (_, index) => {
  const outcome: Schemas['ChannelOutcome'] =
    index % 17 === 3
      ? 'error'
      : index % 13 === 5
        ? 'warning'
        : index % 23 === 7
          ? 'refused'
          : index % 29 === 9
            ? 'advisory'
            : 'success';
  const action = actions[index % 9 === 0 ? 1 : index % 31 === 0 ? 2 : 0] as string;
  const entry = made.filter(({ booking }) => booking.channelBookingId)[index % 60];
  const remote = action === actions[0] && entry?.booking.reference;
  const reason = reasons[outcome];
  const at = new Date(Date.parse(now) - index * 431_000).toISOString();
  return {
    id: idOf('chm', index + 1),
    connection: index % 5 ? 'alpine-demo' : 'valley-manager',
    action,
    direction: 'in',
    hotelCode: entry?.booking.propertyCode ?? 'CITY',
    remoteIds: remote ? [remote] : [],
    channelBookings:
      remote && entry.booking.channelBookingId
        ? [{ remoteId: remote, id: entry.booking.channelBookingId }]
        : [],
    outcome,
    httpStatus: 200,
    ...(outcome === 'error' && { errorCode: '392' }),
    ...(reason && { reason }),
    bytes: 2_100 + index * 13,
    durationMicros: 8_200 + index * 91,
    occurredAt: at,
    receivedAt: at,
    requestId: idOf('req', index + 1),
  };
});

export function searchMessages(params: URLSearchParams): Schemas['ChannelMessageSearch'] {
  const words = (params.get('q') ?? '').toLowerCase();
  const names = ['outcome', 'action', 'connection'] as const;
  const found = channelMessages.filter((message) =>
    [message.reason, message.action, message.hotelCode, ...(message.remoteIds ?? [])]
      .join(' ')
      .toLowerCase()
      .includes(words),
  );
  const fits = (message: Schemas['ChannelMessage'], name: (typeof names)[number]) => {
    const wanted = params.getAll(name);
    return wanted.length === 0 || wanted.includes(message[name]);
  };
  const facets = Object.fromEntries(
    names.map((name) => {
      const counts = new Map<string, number>();
      for (const message of found)
        if (names.every((other) => other === name || fits(message, other)))
          counts.set(message[name], (counts.get(message[name]) ?? 0) + 1);
      return [name, [...counts].map(([value, count]) => ({ value, count }))];
    }),
  ) as Schemas['ChannelMessageSearch']['facets'];
  const all = found.filter((message) => names.every((name) => fits(message, name)));
  const start = Number(params.get('cursor') ?? 0);
  const end = start + Number(params.get('limit') ?? 50);
  return {
    items: all.slice(start, end).map(({ channelBookings, ...message }) => ({
      ...message,
      highlights:
        words && message.reason?.toLowerCase().includes(words)
          ? {
              reason: [
                {
                  text: message.reason,
                  marks: [
                    [
                      message.reason.toLowerCase().indexOf(words),
                      message.reason.toLowerCase().indexOf(words) + words.length,
                    ],
                  ],
                },
              ],
            }
          : {},
    })),
    total: all.length,
    facets,
    ...(end < all.length && { next: String(end) }),
    freshness: freshness('search'),
  };
}

export function channelBooking(id: string): Schemas['ChannelBooking'] | undefined {
  const entry = made.find(({ booking }) => booking.channelBookingId === id);
  if (!entry) return undefined;
  const { booking } = entry;
  return {
    id,
    revision: entry.history.length,
    connection: 'alpine-demo',
    remoteId: booking.reference ?? '',
    hotelCode: booking.propertyCode ?? '',
    propertyId: booking.propertyId,
    bookingId: booking.id,
    status:
      booking.status === 'cancelled' ? 'cancelled' : booking.status === 'refused' ? 'refused' : 'reserved',
    remoteVersion: booking.updatedAt,
    updatedAt: booking.updatedAt,
  };
}

export const system: Schemas['SystemState'] = {
  asOf: now,
  nodes: [
    {
      name: 'node-1',
      address: '127.0.0.1:17355',
      status: 'up',
      leader: true,
      roles: ['api', 'entities'],
      startedAt: '2026-11-21T07:02:11Z',
      heapUsedBytes: 412_000_000,
      heapMaxBytes: 1_073_741_824,
    },
    {
      name: 'node-2',
      address: '127.0.0.1:17356',
      status: 'up',
      leader: false,
      roles: ['api', 'entities'],
      startedAt: '2026-11-21T07:02:19Z',
      heapUsedBytes: 288_000_000,
      heapMaxBytes: 1_073_741_824,
    },
  ],
  shards: ['Booking', 'ChannelBooking', 'Property', 'RatePlan', 'RoomType'].map((entity, index) => ({
    entity,
    regions: [
      { node: 'node-1', shards: 512 - index, entities: 2_311 - index * 430 },
      { node: 'node-2', shards: 488 + index, entities: 2_204 - index * 410 },
    ],
  })),
  projections: [
    {
      name: 'booking-overview',
      slices: '0-63',
      position: '81233-90211',
      lagMillis: 42,
      lagEvents: 0,
      state: 'running',
    },
    {
      name: 'availability',
      slices: '0-63',
      position: '81233-90211',
      lagMillis: 38,
      lagEvents: 0,
      state: 'running',
    },
    {
      name: 'channel-bookings',
      slices: '0-31',
      position: '81230-90204',
      lagMillis: 2_410,
      lagEvents: 312,
      state: 'behind',
      detail: 'Catching up after a restart.',
    },
  ],
  pipeline: {
    state: 'running',
    jobId: 'a91fc1d7b5a04e5c9d2f',
    startedAt: '2026-11-21T07:02:40Z',
    restarts: 1,
    checkpoints: {
      completed: 1_904,
      failed: 2,
      lastCompletedAt: now,
      lastDurationMillis: 84,
      lastSizeBytes: 1_284_000,
    },
    lag: [
      { sink: 'search', lagMillis: 180, lagEvents: 3 },
      { sink: 'warehouse', lagMillis: 240, lagEvents: 5 },
    ],
  },
  deadLetters: { total: 2, lastFailedAt: '2026-11-21T08:11:09Z' },
  dataQuality: [
    {
      check: 'bookings-match-journal',
      title: 'Every booking of the journal is in the warehouse',
      status: 'passed',
      checkedAt: now,
      detail: '97,192 of 97,192',
    },
    {
      check: 'no-night-oversold',
      title: 'No night is sold beyond capacity and allowance',
      status: 'passed',
      checkedAt: now,
      detail: '0 nights',
    },
    {
      check: 'stay-nights-sum',
      title: 'Stay nights add up to the bookings’ totals',
      status: 'failed',
      checkedAt: now,
      detail: '1 booking differs by €0.01',
    },
    { check: 'known-countries', title: 'Every country is known', status: 'pending' },
  ],
  vault: { subjects: 81_204, erased: 12 },
  journal: { events: 412_882, bytes: 318_440_000, lastRecordedAt: now },
};

export const deadLetters: Schemas['DeadLetterPage'] = {
  items: [
    {
      id: '2',
      sink: 'search',
      persistenceId: 'Booking|ten_demo:bkg_1',
      sequenceNumber: 4,
      manifest: 'booking.changed.v9',
      reason: 'Unknown event version booking.changed.v9.',
      failedAt: '2026-11-21T08:11:09Z',
    },
    {
      id: '1',
      sink: 'warehouse',
      persistenceId: 'Booking|ten_demo:bkg_2',
      sequenceNumber: 1,
      manifest: 'booking.requested.v1',
      reason: 'The payload is not JSON.',
      failedAt: '2026-11-21T08:03:51Z',
    },
  ],
};
