import { useRef } from 'react';
import { smoothArea, smoothLine } from '@/lib/curve';
import { linear, ticks } from '@/lib/scale';
import { useSize } from '@/lib/use-size';
import { Readout } from './readout';
import { useWalk } from './use-walk';

export interface SeriesPoint {
  key: string;
  name: string;
  tick: string;
  value: number | undefined;
  previous: number | undefined;
}

interface SeriesChartProps {
  label: string;
  hint: string;
  points: readonly SeriesPoint[];
  /** Columns for amounts, a path for shares and averages. */
  form: 'path' | 'columns';
  names: { value: string; previous: string };
  /** The point where we are, if it is among them. */
  now?: string | undefined;
  read: (value: number | undefined) => string;
  readTick: (value: number) => string;
}

const height = 340;
const margin = { top: 16, right: 16, bottom: 28, left: 56 };

/** One measure along time or along steps, with the year before as a thin trace. */
export function SeriesChart(props: SeriesChartProps) {
  const { label, hint, points, form, names, now, read, readTick } = props;
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useSize(frame);
  const nowAt = points.findIndex(({ key }) => key === now);
  const walk = useWalk(points.length, nowAt < 0 ? points.length - 1 : nowAt);

  const values = points.flatMap(({ value, previous }) => [value ?? 0, previous ?? 0]);
  const marks = ticks(Math.min(0, ...values), Math.max(...values, Number.EPSILON), 4);
  const y = linear([marks[0] ?? 0, marks.at(-1) ?? 1], [height - margin.bottom, margin.top]);
  const right = Math.max(width - margin.right, margin.left);
  const band = (right - margin.left) / Math.max(1, points.length);
  const px = (at: number) => margin.left + band * (at + 0.5);
  const every = Math.max(1, Math.ceil(points.length / Math.max(1, width / 88)));
  const bar = Math.min(36, Math.max(1, band - (band > 6 ? 3 : 1)));
  const shown = walk.at === null ? undefined : points[walk.at];

  const known = (pick: 'value' | 'previous') =>
    points.flatMap((point, at): [number, number][] => {
      const value = point[pick];
      return value === undefined ? [] : [[px(at), y(value)]];
    });
  const rows = (point: SeriesPoint): [string, string][] => [
    [names.value, read(point.value)],
    ...(point.previous === undefined ? [] : [[names.previous, read(point.previous)] as [string, string]]),
  ];

  return (
    <div ref={frame} className="relative min-w-0" style={{ height }}>
      <div
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, points.length - 1)}
        aria-valuenow={walk.at ?? Math.max(0, nowAt)}
        aria-valuetext={
          shown ? [shown.name, ...rows(shown).map(([name, value]) => `${name} ${value}`)].join(', ') : hint
        }
        onKeyDown={walk.onKeyDown}
        onBlur={walk.leave}
        className="absolute inset-0 rounded-2"
      >
        <svg
          width={width}
          height={height}
          aria-hidden="true"
          className="touch-pan-y"
          onPointerMove={walk.follow(margin.left + band / 2, band)}
          onPointerLeave={walk.leave}
        >
          {marks.map((mark) => (
            <g key={mark} transform={`translate(0 ${y(mark)})`}>
              <line
                x1={margin.left}
                x2={right}
                className={mark === 0 ? 'stroke-line-strong' : 'stroke-line'}
              />
              <text x={margin.left - 8} dy="0.32em" textAnchor="end" className="label figures fill-ink-2">
                {readTick(mark)}
              </text>
            </g>
          ))}
          {points.map((point, at) =>
            at % every === Math.floor(every / 2) ? (
              <text
                key={point.key}
                x={px(at)}
                y={height - 8}
                textAnchor="middle"
                className="label figures fill-ink-2"
              >
                {point.tick}
              </text>
            ) : null,
          )}
          {form === 'columns' ? (
            points.map((point, at) => (
              <rect
                key={point.key}
                x={px(at) - bar / 2}
                width={bar}
                y={Math.min(y(point.value ?? 0), y(0))}
                height={Math.abs(y(point.value ?? 0) - y(0))}
                className={at === walk.at ? 'fill-brand' : 'fill-(--seq-4)'}
              />
            ))
          ) : (
            <>
              <path d={smoothArea(known('value'), y(0))} className="fill-(--seq-2) opacity-60" />
              <path
                d={smoothLine(known('value'))}
                className="fill-none stroke-brand-text"
                strokeWidth="2"
                strokeLinejoin="round"
              />
            </>
          )}
          <path
            d={smoothLine(known('previous'))}
            className="fill-none stroke-ink-2"
            strokeWidth="1.5"
            strokeDasharray="2 4"
            strokeLinecap="round"
          />
          {nowAt >= 0 && (
            <line
              x1={px(nowAt)}
              x2={px(nowAt)}
              y1={margin.top}
              y2={height - margin.bottom}
              className="stroke-blaze"
              strokeWidth="1.5"
            />
          )}
          {shown && form === 'path' && shown.value !== undefined && walk.at !== null && (
            <circle
              cx={px(walk.at)}
              cy={y(shown.value)}
              r="4"
              className="fill-brand-text stroke-surface"
              strokeWidth="2"
            />
          )}
        </svg>
      </div>
      {shown && walk.at !== null && (
        <Readout x={px(walk.at)} width={width} title={shown.name} rows={rows(shown)} />
      )}
    </div>
  );
}
