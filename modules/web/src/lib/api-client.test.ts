import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { demoKey, properties } from '@/mocks/data';
import { problem } from '@/mocks/handlers';
import { server } from '@/mocks/setup-tests';
import { ApiProblem, api, newCommandId, unwrap } from './api-client';
import { currentSession } from './session';

const type = properties[0]?.roomTypes[0]?.id ?? '';

test('every call carries the key', async () => {
  let sent: string | null = null;
  server.use(
    http.get('*/v1/properties', ({ request }) => {
      sent = request.headers.get('Authorization');
      return HttpResponse.json({ items: [] });
    }),
  );
  await unwrap(api.GET('/v1/properties'));
  expect(sent).toBe(`Bearer ${demoKey}`);
});

test('a problem is thrown as the server said it', async () => {
  server.use(
    http.get('*/v1/system', () => problem(503, 'unavailable', 'Not available right now', 'Rebuilding.')),
  );
  const thrown = await unwrap(api.GET('/v1/system')).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(ApiProblem);
  expect(thrown).toMatchObject({
    status: 503,
    code: 'unavailable',
    detail: 'Rebuilding.',
    requestId: 'req_demo',
  });
});

test('an answer that is no problem document is still an error with its status', async () => {
  server.use(
    http.get('*/v1/system', () => new HttpResponse('<html>', { status: 502, statusText: 'Bad Gateway' })),
  );
  const thrown = await unwrap(api.GET('/v1/system')).catch((error: unknown) => error);
  expect(thrown).toMatchObject({ status: 502, title: 'Bad Gateway' });
});

test('a refused key ends the session and says why', async () => {
  server.use(
    http.get('*/v1/system', () => problem(401, 'unauthenticated', 'Wrong', 'This key was withdrawn.')),
  );
  await unwrap(api.GET('/v1/system')).catch(() => {});
  expect(currentSession()).toEqual({ refused: 'This key was withdrawn.' });
});

test('a read after a write sends the position of the write, and only reads that wait for it do', async () => {
  const sent: Record<string, string | null> = {};
  const note = ({ request }: { request: Request }) => {
    sent[new URL(request.url).pathname] = request.headers.get('Waymark-Position');
    return HttpResponse.json({ items: [], asOf: '' });
  };
  server.use(http.get('*/v1/properties', note), http.get('*/v1/system', note));
  await unwrap(
    api.PUT('/v1/room-types/{roomTypeId}/calendar', {
      params: { path: { roomTypeId: type }, header: { 'Waymark-Command-Id': newCommandId() } },
      body: { changes: [{ from: '2017-07-20', to: '2017-07-21', closed: true }] },
    }),
  );
  await unwrap(api.GET('/v1/properties'));
  await unwrap(api.GET('/v1/system'));
  expect(sent).toEqual({ '/v1/properties': '1-2', '/v1/system': null });
});
