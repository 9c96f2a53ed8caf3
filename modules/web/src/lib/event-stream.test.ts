import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { server } from '@/mocks/setup-tests';
import { followStream, readEvents, type StreamEvent, type StreamState } from './event-stream';

const encoder = new TextEncoder();
function bodyOf(...chunks: string[]) {
  return new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(encoder.encode(chunk));
      controller.close();
    },
  });
}
async function all(body: ReadableStream<Uint8Array>) {
  const events: StreamEvent[] = [];
  for await (const event of readEvents(body)) events.push(event);
  return events;
}

test('events are put together from any pieces, comments are passed over', async () => {
  const events = await all(
    bodyOf(': hello\n\nevent: reser', 'vation\nid: 7-1\nda', 'ta: {"a":\ndata: 1}\r\n\r\n', 'data:x\n\n'),
  );
  expect(events).toEqual([
    { id: '7-1', event: 'reservation', data: '{"a":\n1}' },
    { id: '7-1', event: 'message', data: 'x' },
  ]);
});
test('an event that was cut off by the end of the stream is not given out', async () => {
  expect(await all(bodyOf('data: whole\n\ndata: half'))).toHaveLength(1);
});
test('letters that fall between two pieces survive', async () => {
  const bytes = encoder.encode('data: é\n\n');
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes.slice(0, 7));
      controller.enqueue(bytes.slice(7));
      controller.close();
    },
  });
  expect((await all(body))[0]?.data).toBe('é');
});

test('after a break it resumes behind the last event, with the key', async () => {
  const asked: (string | null)[] = [];
  const abort = new AbortController();
  server.use(
    http.get('*/v1/feed', ({ request }) => {
      asked.push(request.headers.get('Last-Event-ID'));
      expect(request.headers.get('Authorization')).toMatch(/^Bearer wmk_/);
      return new HttpResponse(bodyOf(`id: ${asked.length}\ndata: x\n\n`), {
        headers: { 'Content-Type': 'text/event-stream' },
      });
    }),
  );
  const states: StreamState[] = [];
  await followStream('/v1/feed', {
    lastEventId: undefined,
    signal: abort.signal,
    onState: (state) => states.push(state),
    onEvent: ({ id }) => id === '2' && abort.abort(),
  });
  expect(asked).toEqual([null, '1']);
  expect(states).toEqual(['connecting', 'live', 'waiting', 'connecting', 'live']);
});
