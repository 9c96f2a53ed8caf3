import { smoothArea, smoothLine } from '@/lib/curve';
import { linear } from '@/lib/scale';

/** The shape of a trend, nothing more: no axis, no hover. The last point is where we are, so it carries the blaze. */
export function Sparkline({ values }: { values: readonly number[] }) {
  if (values.length < 2) return <div className="h-9" aria-hidden="true" />;
  const least = Math.min(...values);
  const most = Math.max(...values);
  const x = linear([0, values.length - 1], [0, 100]);
  // A trend that does not move is a level line, not one at the bottom.
  const y = linear(least === most ? [least - 1, most + 1] : [least, most], [90, 10]);
  const points = values.map((value, index): [number, number] => [x(index), y(value)]);
  return (
    <div aria-hidden="true" className="relative mr-1 h-9">
      <svg
        aria-hidden="true"
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        className="size-full overflow-visible"
      >
        <path d={smoothArea(points, 100)} className="fill-brand-soft" />
        <path
          d={smoothLine(points)}
          className="fill-none stroke-brand-text [vector-effect:non-scaling-stroke]"
          strokeWidth="1.5"
          strokeLinejoin="round"
        />
      </svg>
      <span
        className="absolute left-full size-2 -translate-1/2 rounded-full bg-blaze ring-2 ring-surface"
        style={{ top: `${points.at(-1)?.[1] ?? 0}%` }}
      />
    </div>
  );
}
