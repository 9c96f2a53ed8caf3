import type { Schemas } from '@/lib/api-client';
import { change, compact, compactMoney, count, day, decimal, money, month, percent } from '@/lib/format';

type Measure = Schemas['Measure'];
type Row = Schemas['DashboardRow'];

/** A value of a measure as a person reads it. Nothing to divide by is a dash. */
export function read({ unit }: Measure, value: number | undefined, currency: string) {
  if (value === undefined) return '–';
  switch (unit) {
    case 'ratio':
      return percent(value, 1);
    case 'money':
      return money(value, currency);
    case 'days':
      return decimal(value);
    case 'nights':
    case 'count':
      return count(value);
  }
}

/** The same on an axis, where room is short. */
export function readShort({ unit }: Measure, value: number, currency: string) {
  if (unit === 'ratio') return percent(value);
  return unit === 'money' ? compactMoney(value, currency) : compact(value);
}

/** How a value has moved since the year before: ratios in points, everything else as a share of what it was. */
export function movement({ unit }: Measure, value: number | undefined, previous: number | undefined) {
  if (value === undefined || previous === undefined) return undefined;
  if (unit === 'ratio') return { value: value - previous, text: change(value - previous, 'points') };
  if (previous === 0) return undefined;
  const share = (value - previous) / Math.abs(previous);
  return { value: share, text: change(share, 'ratio') };
}

/** The name of a row in the table and under the pointer. */
export function rowName(row: Row, dashboard: Pick<Schemas['Dashboard'], 'bucket' | 'dimension'>) {
  if (dashboard.dimension.kind !== 'time') return row.name;
  if (dashboard.bucket === 'month') return month(row.key, 'long');
  return day(row.from ?? row.key, dashboard.bucket === 'week' ? 'short' : 'long');
}
/** And on the axis. */
export function rowTick(row: Row, dashboard: Pick<Schemas['Dashboard'], 'bucket' | 'dimension'>) {
  if (dashboard.dimension.kind !== 'time') return row.name;
  return dashboard.bucket === 'month' ? month(row.key) : day(row.from ?? row.key);
}

/** A share or an average is a path through time; an amount is a column for each piece of it. */
export const isPath = (measure: Measure) =>
  measure.unit === 'ratio' || (measure.unit === 'money' && /adr|revpar/i.test(measure.key));
