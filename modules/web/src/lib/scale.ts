/** A straight line through two points: all that our axes need of a scale, at a fiftieth of a library's weight. */
export const linear =
  ([from, to]: readonly [number, number], [start, end]: readonly [number, number]) =>
  (value: number) =>
    to === from ? start : start + ((value - from) / (to - from)) * (end - start);

/** Which of `steps` equal parts of a range a value falls into, from 1. */
export const stepOf = (value: number, [from, to]: readonly [number, number], steps: number) =>
  Math.min(steps, Math.max(1, Math.floor(((value - from) / (to - from)) * steps) + 1));

/** Round numbers that span a range, about `wanted` of them. */
export function ticks(from: number, to: number, wanted: number) {
  const rough = Math.max(to - from, Number.EPSILON) / Math.max(1, wanted);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const first = Math.floor(from / step);
  const last = Math.ceil(to / step);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}
