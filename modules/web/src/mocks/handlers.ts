import { HttpResponse, http } from 'msw';
import type { Schemas } from '@/lib/api-client';
import {
  changeFaults,
  changeOutbound,
  connections,
  currentFaults,
  parity,
  syncDays,
  syncs,
} from './channel-sync';
import { asOfRevision, demoKey, madeById, now, properties, today } from './data';
import { allEvents, dashboard, overview, recentFeed } from './figures';
import { forecast } from './forecasts';
import { availability, changeCalendar } from './inventory';
import { channelBooking, channelMessages, deadLetters, searchMessages, system } from './operations';
import { freshness, searchBookings, suggest } from './search';

export function problem(status: number, code: Schemas['Problem']['code'], title: string, detail: string) {
  const body: Schemas['Problem'] = {
    type: `/problems/${code}`,
    title,
    status,
    code,
    detail,
    requestId: 'req_demo',
  };
  return HttpResponse.json(body, { status, headers: { 'Content-Type': 'application/problem+json' } });
}
const missing = () => problem(404, 'not-found', 'There is nothing here', 'This does not exist.');
const query = (request: Request) => new URL(request.url).searchParams;
const csv = (text: string) => new HttpResponse(text, { headers: { 'Content-Type': 'text/csv' } });

/** What happens after the page is open: one event every few seconds, for ever. */
function feedStream(property: string | null) {
  const coming = allEvents.filter(
    ({ at, propertyId, propertyCode }) =>
      at > now && (!property || propertyId === property || propertyCode === property),
  );
  let timer: ReturnType<typeof setInterval>;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const encoder = new TextEncoder();
      let next = 0;
      controller.enqueue(encoder.encode(': open\n\n'));
      timer = setInterval(() => {
        const event = coming[next++ % Math.max(1, coming.length)];
        if (!event) return;
        const fresh = { ...event, id: `9001-${next}`, at: `${today}T09:4${next % 10}:00Z` };
        controller.enqueue(
          encoder.encode(`event: reservation\nid: ${fresh.id}\ndata: ${JSON.stringify(fresh)}\n\n`),
        );
      }, 4_000);
    },
    cancel: () => clearInterval(timer),
  });
}

export const handlers = [
  http.get('*/v1/forecasts/:property', ({ params, request }) => {
    const series = query(request).get('series') === 'arrivals' ? 'arrivals' : 'rooms';
    const found = forecast(String(params.property), series);
    return found ? HttpResponse.json(found) : missing();
  }),
  http.put('*/v1/forecasts/:property/training', ({ params }) =>
    HttpResponse.json({ propertyId: String(params.property), requestedAt: now }),
  ),
  http.get('*/v1/me', ({ request }) => {
    if (request.headers.get('Authorization') !== `Bearer ${demoKey}`)
      return problem(401, 'unauthenticated', 'Credentials are missing or wrong', 'This key is not known.');
    const me: Schemas['Me'] = {
      tenant: 'ten_demo',
      name: 'demo admin',
      actor: 'key_demo',
      scopes: ['insights:read'],
    };
    return HttpResponse.json(me);
  }),
  http.get('*/v1/properties', () => {
    const page: Schemas['PropertyPage'] = { items: properties };
    return HttpResponse.json(page);
  }),
  http.get('*/v1/properties/:id/availability', ({ params, request }) => {
    const found = availability(
      String(params.id),
      query(request).get('from') ?? today,
      query(request).get('to') ?? today,
    );
    return found ? HttpResponse.json(found) : missing();
  }),
  http.put<{ id: string }, Schemas['CalendarChanges']>(
    '*/v1/room-types/:id/calendar',
    async ({ params, request }) => {
      const changed = changeCalendar(params.id, await request.json());
      if (typeof changed === 'string')
        return problem(
          409,
          'conflict',
          'The current state does not allow this',
          `More is sold than that on ${changed}.`,
        );
      return changed
        ? HttpResponse.json(changed, { headers: { 'Waymark-Position': '1-2', ETag: '"2"' } })
        : missing();
    },
  ),

  http.get('*/v1/search/bookings/suggestions', ({ request }) =>
    HttpResponse.json(suggest(query(request).get('q') ?? '')),
  ),
  http.get('*/v1/search/bookings', ({ request }) => HttpResponse.json(searchBookings(query(request)))),
  http.get('*/v1/search/channel-messages', ({ request }) =>
    HttpResponse.json(searchMessages(query(request))),
  ),
  http.get('*/v1/bookings/:id/history', ({ params }) => {
    const found = madeById.get(String(params.id));
    const history: Schemas['History'] = { items: found?.history ?? [] };
    return found ? HttpResponse.json(history) : missing();
  }),
  http.get('*/v1/bookings/:id/guest', ({ params }) => {
    const found = madeById.get(String(params.id));
    return found ? HttpResponse.json(found.guest) : missing();
  }),
  http.get('*/v1/bookings/:id', ({ params, request }) => {
    const found = madeById.get(String(params.id));
    const revision = Number(query(request).get('revision'));
    if (!found || revision > found.history.length) return missing();
    return HttpResponse.json(revision ? asOfRevision(found, revision) : found.booking);
  }),

  http.get('*/v1/dashboards/operations', ({ request }) => {
    const params = query(request);
    return HttpResponse.json(
      overview(params.get('property'), params.get('date'), Number(params.get('days') ?? 84)),
    );
  }),
  http.get('*/v1/dashboards/:name', ({ params, request }) =>
    HttpResponse.json(dashboard(params.name as Schemas['DashboardName'], query(request))),
  ),
  http.get('*/v1/feed/recent', ({ request }) => {
    const feed: Schemas['RecentFeed'] = {
      items: recentFeed(query(request).get('property'), 20),
      freshness: freshness('warehouse'),
    };
    return HttpResponse.json(feed);
  }),
  http.get(
    '*/v1/feed',
    ({ request }) =>
      new HttpResponse(feedStream(query(request).get('property')), {
        headers: { 'Content-Type': 'text/event-stream' },
      }),
  ),
  http.get('*/v1/exports/bookings.csv', () => csv('id,status\r\n')),
  http.get('*/v1/exports/dashboards/:name', () => csv('key,value\r\n')),

  http.get('*/v1/channel-messages/:id', ({ params }) => {
    const found = channelMessages.find(({ id }) => id === params.id);
    return found ? HttpResponse.json(found) : missing();
  }),
  http.get('*/v1/channel-bookings/:id/history', ({ params }) => {
    const found = channelBooking(String(params.id));
    const entry = found?.bookingId && madeById.get(found.bookingId);
    const history: Schemas['History'] = { items: entry ? entry.history.slice(0, 2) : [] };
    return found ? HttpResponse.json(history) : missing();
  }),
  http.get('*/v1/channel-bookings/:id', ({ params }) => {
    const found = channelBooking(String(params.id));
    return found ? HttpResponse.json(found) : missing();
  }),
  http.get('*/v1/channel-connections', () => HttpResponse.json({ items: connections })),
  http.get('*/v1/channel-syncs', () => HttpResponse.json({ items: syncs })),
  http.get('*/v1/channel-syncs/:id', ({ params }) => {
    const found = syncDays(String(params.id));
    return found ? HttpResponse.json(found) : missing();
  }),
  http.get('*/v1/rate-parity', () => HttpResponse.json(parity)),
  http.get('*/v1/channel-connections/:name/faults', () => HttpResponse.json(currentFaults())),
  http.put<{ name: string }, Schemas['Faults']>(
    '*/v1/channel-connections/:name/faults',
    async ({ request }) => HttpResponse.json(changeFaults(await request.json())),
  ),
  http.put<{ name: string }, Schemas['OutboundChange']>(
    '*/v1/channel-connections/:name/outbound',
    async ({ params, request }) => {
      const changed = changeOutbound(params.name, await request.json());
      return changed ? HttpResponse.json(changed) : missing();
    },
  ),
  http.get('*/v1/system/dead-letters', () => HttpResponse.json(deadLetters)),
  http.get('*/v1/system', () => HttpResponse.json(system)),
];
