import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { smoothArea, smoothLine } from '@/lib/curve';
import { day, percent } from '@/lib/format';
import { linear } from '@/lib/scale';
import { useSize } from '@/lib/use-size';
import { Readout } from '@/ui/charts/readout';
import { useWalk } from '@/ui/charts/use-walk';

type Night = Schemas['OccupancyDay'];
const least = 268;
const margin = { top: 26, right: 16, bottom: 26, left: 40 };
const plain = [0, 0.25, 0.5, 0.75, 1];

interface OccupancyChartProps {
  nights: Night[];
  /** The day looked from; the blaze stands here. */
  from: string;
  isToday: boolean;
}

/** What was slept as a solid path, what is on the books ahead as an area, last year as a thin trace. */
export function OccupancyChart({ nights, from, isToday }: OccupancyChartProps) {
  const { t } = useTranslation('operations');
  const frame = useRef<HTMLDivElement>(null);
  const { width, height: room } = useSize(frame);
  const height = Math.max(least, room);
  const dates = nights.map((night) => night.date);
  const now = Math.max(0, dates.indexOf(from));
  const walk = useWalk(nights.length, now);

  // A house may sell more than it has: the axis then goes beyond 100 %.
  const most = Math.max(1, ...nights.map(({ onBooks }) => Math.ceil(onBooks * 20) / 20));
  const right = Math.max(width - margin.right, margin.left);
  const x = linear([0, nights.length - 1], [margin.left, right]);
  const y = linear([0, most], [height - margin.bottom, margin.top]);
  const index = new Map(dates.map((date, at) => [date, at]));
  const px = (night: Night) => x(index.get(night.date) ?? 0);
  const held = (night: Night) => night.actual ?? night.onBooks;
  const onBooks = (night: Night) => night.onBooks;
  const through = (some: Night[], share: (night: Night) => number) =>
    some.map((night): [number, number] => [px(night), y(share(night))]);

  // Looked at from a past day, what became of the nights ahead is known as well.
  const slept = nights.filter((night, at) => at <= now || night.actual !== undefined);
  // What is not for sale has no books.
  const ahead = nights.slice(now).filter(({ capacity }) => capacity > 0);
  const before = nights.filter(({ lastYear }) => lastYear !== undefined);
  const peak = ahead.reduce(
    (best, night) => (best && best.onBooks >= night.onBooks ? best : night),
    ahead[0],
  );
  const every = Math.max(1, Math.ceil(nights.length / Math.max(1, width / 84)));
  const shown = walk.at === null ? undefined : nights[walk.at];

  return (
    <div ref={frame} className="relative min-h-67 min-w-0 flex-1">
      <div
        role="slider"
        tabIndex={0}
        aria-label={t('occupancy.title')}
        aria-valuemin={0}
        aria-valuemax={nights.length - 1}
        aria-valuenow={walk.at ?? now}
        aria-valuetext={shown ? readout(shown) : summary()}
        onKeyDown={walk.onKeyDown}
        onBlur={walk.leave}
        className="absolute inset-0 rounded-2"
      >
        <svg
          width={width}
          height={height}
          aria-hidden="true"
          className="touch-pan-y"
          onPointerMove={walk.follow(margin.left, (right - margin.left) / Math.max(1, nights.length - 1))}
          onPointerLeave={walk.leave}
        >
          {plain.map((tick) => (
            <g key={tick} transform={`translate(0 ${y(tick)})`}>
              <line x1={margin.left} x2={width - margin.right} className="stroke-line" />
              <text x={margin.left - 8} dy="0.32em" textAnchor="end" className="label figures fill-ink-2">
                {percent(tick)}
              </text>
            </g>
          ))}
          {nights.map((night, at) =>
            at % every === Math.floor(every / 2) ? (
              <text
                key={night.date}
                x={px(night)}
                y={height - 8}
                textAnchor="middle"
                className="label figures fill-ink-2"
              >
                {day(night.date)}
              </text>
            ) : null,
          )}
          <path d={smoothArea(through(ahead, onBooks), y(0))} className="fill-(--seq-2) opacity-70" />
          <path
            d={smoothLine(through(before, ({ lastYear }) => lastYear ?? 0))}
            className="fill-none stroke-ink-3"
            strokeWidth="1.25"
            strokeDasharray="2 4"
            strokeLinecap="round"
          />
          <path
            d={smoothLine(through(ahead, onBooks))}
            className="fill-none stroke-brand-text"
            strokeWidth="1.5"
          />
          <path
            d={smoothLine(through(slept, held))}
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
            <path d={`M0 ${margin.top - 24}h${isToday ? 46 : 58}l6 8-6 8H0z`} className="fill-blaze-text" />
            <text x="7" y={margin.top - 12} className="label fill-surface font-semibold">
              {isToday ? t('occupancy.today') : day(from)}
            </text>
          </g>

          {shown && (
            <g transform={`translate(${px(shown)} 0)`}>
              <line y1={margin.top} y2={height - margin.bottom} className="stroke-ink" />
              <circle
                cy={y(shown.date < from ? held(shown) : shown.onBooks)}
                r="4"
                className="fill-brand-text stroke-surface"
                strokeWidth="2"
              />
            </g>
          )}
        </svg>
      </div>
      {shown && <Readout x={px(shown)} width={width} title={day(shown.date, 'weekday')} rows={rows(shown)} />}
    </div>
  );

  function rows(night: Night): [string, string][] {
    const known: [string, string | undefined][] = [
      [t('occupancy.onBooks'), percent(night.onBooks)],
      [t('occupancy.actual'), night.actual === undefined ? undefined : percent(night.actual)],
      [t('occupancy.lastYear'), night.lastYear === undefined ? undefined : percent(night.lastYear)],
    ];
    return known.filter((row): row is [string, string] => row[1] !== undefined);
  }
  function readout(night: Night) {
    const left = Math.max(0, night.capacity - night.sold);
    const parts = rows(night).map(([name, value]) => `${name} ${value}`);
    return [day(night.date, 'weekday'), ...parts, t('occupancy.rooms', { count: left })].join(', ');
  }
  function summary() {
    const values = {
      today: percent(nights[now]?.onBooks ?? 0),
      peak: percent(peak?.onBooks ?? 0),
      date: day(peak?.date ?? from),
    };
    return `${t('occupancy.summary', values)} ${t('occupancy.hint')}`;
  }
}
