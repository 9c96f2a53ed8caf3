type Point = readonly [x: number, y: number];

/**
 * Tangents after Steffen (1990): the curve rises only where the points rise, so it never shows a peak that nobody
 * measured.
 */
function tangents(points: readonly Point[]) {
  const spans = points.slice(1).map(([x, y], at) => {
    const [x0, y0] = points[at] as Point;
    return { width: x - x0, slope: x === x0 ? 0 : (y - y0) / (x - x0) };
  });
  const inner = spans.slice(1).map((after, at) => {
    const before = spans[at] as { width: number; slope: number };
    const wide = before.width + after.width || 1;
    const mean = (before.slope * after.width + after.slope * before.width) / wide;
    const least = Math.min(Math.abs(before.slope), Math.abs(after.slope), Math.abs(mean) / 2);
    return (Math.sign(before.slope) + Math.sign(after.slope)) * least;
  });
  const end = (slope: number, next: number | undefined) =>
    next === undefined ? slope : (3 * slope - next) / 2;
  return [end(spans[0]?.slope ?? 0, inner[0]), ...inner, end(spans.at(-1)?.slope ?? 0, inner.at(-1))];
}

const short = (value: number) => Math.round(value * 100) / 100;

/** A smooth path through the points, from left to right. */
export function smoothLine(points: readonly Point[]) {
  const [first] = points;
  if (!first) return '';
  const slopes = tangents(points);
  const pieces = points.slice(1).map(([x, y], at) => {
    const [x0, y0] = points[at] as Point;
    const third = (x - x0) / 3;
    const control = [
      x0 + third,
      y0 + third * (slopes[at] ?? 0),
      x - third,
      y - third * (slopes[at + 1] ?? 0),
      x,
      y,
    ];
    return `C${control.map(short).join(',')}`;
  });
  return `M${short(first[0])},${short(first[1])}${pieces.join('')}`;
}

/** The same, filled down to a base line. */
export function smoothArea(points: readonly Point[], base: number) {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) return '';
  return `${smoothLine(points)}L${short(last[0])},${short(base)}L${short(first[0])},${short(base)}Z`;
}
