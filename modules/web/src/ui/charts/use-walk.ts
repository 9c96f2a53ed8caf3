import { type KeyboardEvent, type PointerEvent, useState } from 'react';

/** Walks along the marks of a chart, by pointer or with arrow keys; Escape lets go. */
export function useWalk(length: number, start: number) {
  const [at, setAt] = useState<number | null>(null);
  const within = (index: number) => Math.min(length - 1, Math.max(0, index));

  return {
    at: at === null ? null : within(at),
    leave: () => setAt(null),
    follow: (left: number, step: number) => (event: PointerEvent<SVGSVGElement>) => {
      const x = event.clientX - event.currentTarget.getBoundingClientRect().left - left;
      setAt(within(Math.round(x / step)));
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') setAt(null);
      const by = { ArrowLeft: -1, ArrowRight: 1, PageUp: -7, PageDown: 7, Home: -length, End: length }[
        event.key
      ];
      if (!by) return;
      event.preventDefault();
      setAt((from) => within((from ?? start) + by));
    },
  };
}
