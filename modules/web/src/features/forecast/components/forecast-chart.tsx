import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { smoothLine } from '@/lib/curve';
import { day, decimal } from '@/lib/format';
import { linear, ticks } from '@/lib/scale';
import { useSize } from '@/lib/use-size';
import { Readout } from '@/ui/charts/readout';
import { useWalk } from '@/ui/charts/use-walk';
import type { ForecastDay } from '../api/forecast';

const height = 340;
const margin = { top: 26, right: 16, bottom: 28, left: 44 };

interface ForecastChartProps {
  label: string;
  past: ForecastDay[];
  days: ForecastDay[];
  origin: string;
}

/** What came as a solid path, what is expected as a line in its two intervals, what is on the books below it. */
export function ForecastChart({ label, past, days, origin }: ForecastChartProps) {
  const { t } = useTranslation('forecast');
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useSize(frame);
  const all = [...past, ...days];
  const now = Math.max(0, past.length - 1);
  const walk = useWalk(all.length, now);

  const right = Math.max(width - margin.right, margin.left);
  const x = linear([0, Math.max(1, all.length - 1)], [margin.left, right]);
  const marks = ticks(0, Math.max(1, ...all.map((one) => Math.max(one.upper95, one.came ?? 0))), 4);
  const y = linear([0, marks.at(-1) ?? 1], [height - margin.bottom, margin.top]);
  const every = Math.max(1, Math.ceil(all.length / Math.max(1, width / 84)));
  const shown = walk.at === null ? undefined : all[walk.at];

  const through = (value: (one: ForecastDay) => number | undefined) =>
    all.flatMap((one, at): [number, number][] => {
      const known = value(one);
      return known === undefined ? [] : [[x(at), y(known)]];
    });
  /** Straight lines: a smoothed edge would promise more or less than the interval does. */
  const band = (lower: 'lower80' | 'lower95', upper: 'upper80' | 'upper95') => {
    const there = all.map((one, at) => `${x(at)} ${y(one[upper])}`);
    const back = all.map((one, at) => `${x(at)} ${y(one[lower])}`).reverse();
    return all.length === 0 ? '' : `M${[...there, ...back].join('L')}Z`;
  };
  const future = (value: (one: ForecastDay) => number) => (one: ForecastDay) =>
    one.date > origin ? value(one) : undefined;

  return (
    <div ref={frame} className="relative min-w-0" style={{ height }}>
      <div
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, all.length - 1)}
        aria-valuenow={walk.at ?? now}
        aria-valuetext={shown ? readout(shown) : t('chart.hint')}
        onKeyDown={walk.onKeyDown}
        onBlur={walk.leave}
        className="absolute inset-0 rounded-2"
      >
        <svg
          width={width}
          height={height}
          aria-hidden="true"
          className="touch-pan-y"
          onPointerMove={walk.follow(margin.left, (right - margin.left) / Math.max(1, all.length - 1))}
          onPointerLeave={walk.leave}
        >
          {marks.map((mark) => (
            <g key={mark} transform={`translate(0 ${y(mark)})`}>
              <line x1={margin.left} x2={right} className="stroke-line" />
              <text x={margin.left - 8} dy="0.32em" textAnchor="end" className="label figures fill-ink-2">
                {mark}
              </text>
            </g>
          ))}
          {all.map((one, at) =>
            at % every === Math.floor(every / 2) ? (
              <text
                key={one.date}
                x={x(at)}
                y={height - 8}
                textAnchor="middle"
                className="label figures fill-ink-2"
              >
                {day(one.date)}
              </text>
            ) : null,
          )}
          <path d={band('lower95', 'upper95')} className="fill-(--seq-1)" />
          <path d={band('lower80', 'upper80')} className="fill-(--seq-2)" />
          <path
            d={smoothLine(through(future(({ books }) => books)))}
            className="fill-none stroke-ink-2"
            strokeWidth="1.5"
          />
          <path
            d={smoothLine(through(future(({ booksWeekAgo }) => booksWeekAgo)))}
            className="fill-none stroke-ink-3"
            strokeWidth="1.25"
            strokeDasharray="2 4"
            strokeLinecap="round"
          />
          <path
            d={smoothLine(through(({ expected }) => expected))}
            className="fill-none stroke-brand-text"
            strokeWidth="1.5"
            strokeDasharray="6 4"
          />
          <path
            d={smoothLine(through(({ came }) => came))}
            className="fill-none stroke-brand-text"
            strokeWidth="2.25"
            strokeLinejoin="round"
          />
          <g transform={`translate(${x(now)} 0)`}>
            <line
              y1={margin.top - 8}
              y2={height - margin.bottom}
              className="stroke-blaze"
              strokeWidth="1.5"
            />
            <path d={`M0 ${margin.top - 24}h58l6 8-6 8H0z`} className="fill-blaze-text" />
            <text x="7" y={margin.top - 12} className="label fill-surface font-semibold">
              {day(origin)}
            </text>
          </g>
          {shown && walk.at !== null && (
            <g transform={`translate(${x(walk.at)} 0)`}>
              <line y1={margin.top} y2={height - margin.bottom} className="stroke-ink" />
              <circle
                cy={y(shown.came ?? shown.expected)}
                r="4"
                className="fill-brand-text stroke-surface"
                strokeWidth="2"
              />
            </g>
          )}
        </svg>
      </div>
      {shown && walk.at !== null && (
        <Readout x={x(walk.at)} width={width} title={day(shown.date, 'weekday')} rows={rows(shown)} />
      )}
    </div>
  );

  function rows(one: ForecastDay): [string, string][] {
    const known: [string, string | undefined][] = [
      [t('chart.came'), one.came === undefined ? undefined : String(one.came)],
      [t('chart.expected'), decimal(one.expected)],
      [t('chart.eighty'), range(one.lower80, one.upper80)],
      [t('chart.ninetyFive'), range(one.lower95, one.upper95)],
      [t('chart.books'), String(one.books)],
      [t('chart.booksWeekAgo'), String(one.booksWeekAgo)],
    ];
    return known.filter((row): row is [string, string] => row[1] !== undefined);
  }
  function readout(one: ForecastDay) {
    return [day(one.date, 'weekday'), ...rows(one).map(([name, value]) => `${name} ${value}`)].join(', ');
  }
}

const range = (lower: number, upper: number) => `${Math.ceil(lower)}–${Math.floor(upper)}`;
