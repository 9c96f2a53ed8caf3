import { currentSession } from './session';

/** One server-sent event. */
export interface StreamEvent {
  id: string;
  event: string;
  data: string;
}

/** Reads server-sent events from a body. EventSource cannot send the Authorization header, so we read the stream. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  let id = '';
  let event = '';
  let data: string[] = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      rest += decoder.decode(value, { stream: true });
      const lines = rest.split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line === '') {
          if (data.length) yield { id, event: event || 'message', data: data.join('\n') };
          event = '';
          data = [];
          continue;
        }
        const colon = line.indexOf(':');
        if (colon === 0) continue; // a comment keeps the connection open
        const field = colon < 0 ? line : line.slice(0, colon);
        const text = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
        if (field === 'data') data.push(text);
        else if (field === 'event') event = text;
        else if (field === 'id') id = text;
      }
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

export type StreamState = 'connecting' | 'live' | 'waiting';

interface FollowOptions {
  /** The event behind which to start. */
  lastEventId: string | undefined;
  signal: AbortSignal;
  onEvent: (event: StreamEvent) => void;
  onState: (state: StreamState) => void;
}

const shortest = 1_000;
const longest = 30_000;

/** Follows a stream until aborted: after a break it resumes behind the last event, waiting longer each time in vain. */
export async function followStream(path: string, options: FollowOptions) {
  const { signal, onEvent, onState } = options;
  let { lastEventId } = options;
  let wait = shortest;
  while (!signal.aborted) {
    onState('connecting');
    try {
      const headers = new Headers({ Accept: 'text/event-stream' });
      const { key } = currentSession();
      if (key) headers.set('Authorization', `Bearer ${key}`);
      if (lastEventId) headers.set('Last-Event-ID', lastEventId);
      const response = await globalThis.fetch(new URL(path, window.location.origin), { headers, signal });
      if (!response.ok || !response.body) throw new Error(`HTTP ${response.status}`);
      onState('live');
      for await (const event of readEvents(response.body)) {
        wait = shortest;
        if (event.id) lastEventId = event.id;
        onEvent(event);
      }
    } catch {
      // A break and a refusal are the same here: wait and try again; the page's other calls say why.
    }
    if (signal.aborted) return;
    onState('waiting');
    await pause(wait, signal);
    wait = Math.min(longest, wait * 2);
  }
}

function pause(milliseconds: number, signal: AbortSignal) {
  return new Promise<void>((done) => {
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        done();
      },
      { once: true },
    );
  });
}
