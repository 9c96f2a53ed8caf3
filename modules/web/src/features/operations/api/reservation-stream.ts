import { useEffect, useReducer, useRef, useState } from 'react';
import type { Schemas } from '@/lib/api-client';
import { followStream, type StreamState } from '@/lib/event-stream';

type ReservationEvent = Schemas['ReservationEvent'];

const kept = 40;
/** Rows are added in batches: a thousand reservations a second are read as one change, not a thousand. */
const flushMillis = 500;

/** Newest first, each event once, at most {@link kept}. */
export function withArrived(shown: readonly ReservationEvent[], arrived: readonly ReservationEvent[]) {
  const known = new Set(shown.map(({ id }) => id));
  const fresh = arrived.filter(({ id }) => !known.has(id)).reverse();
  return [...fresh, ...shown].slice(0, kept);
}

export interface ReservationStream {
  events: readonly ReservationEvent[];
  state: StreamState;
  /** How many came in since the page was opened. */
  arrived: number;
}

/** What the page loaded with, then what comes in. While paused nothing is read; going on resumes behind the last one. */
export function useReservationStream(
  property: string,
  initial: readonly ReservationEvent[],
  paused: boolean,
): ReservationStream {
  const [events, add] = useReducer(withArrived, initial);
  const [state, setState] = useState<StreamState>('connecting');
  const [arrived, setArrived] = useState(0);
  const last = useRef(initial[0]?.id);

  useEffect(() => {
    if (paused) return;
    const abort = new AbortController();
    let batch: ReservationEvent[] = [];
    const flush = () => {
      if (batch.length === 0) return;
      const now = batch;
      batch = [];
      add(now);
      setArrived((before) => before + now.length);
    };
    const timer = setInterval(flush, flushMillis);
    void followStream(`/v1/feed?property=${encodeURIComponent(property)}`, {
      lastEventId: last.current,
      signal: abort.signal,
      onState: (next) => !abort.signal.aborted && setState(next),
      onEvent: ({ id, event, data }) => {
        if (event !== 'reservation') return;
        last.current = id;
        batch.push(JSON.parse(data) as ReservationEvent);
      },
    });
    return () => {
      abort.abort();
      clearInterval(timer);
      flush();
    };
  }, [property, paused]);

  return { events, state, arrived };
}
