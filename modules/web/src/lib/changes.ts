import { day, moment } from './format';

/** What an event changed, by JSON pointer into the resource. */
export interface Change {
  path: string;
  before?: unknown;
  after?: unknown;
}

/** The changes at a place of the resource, or inside it. */
export const changesAt = (changes: readonly Change[], path: string) =>
  changes.filter((change) => change.path === path || change.path.startsWith(`${path}/`));

const date = /^\d{4}-\d{2}-\d{2}$/;
const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** A value as a person reads it: dates, money and lists are put together, objects without their braces. */
export function plainValue(
  value: unknown,
  money: (minor: number, currency: string) => string,
  timeZone = 'UTC',
): string {
  if (value === undefined || value === null || value === '') return '–';
  if (Array.isArray(value))
    return value.length ? value.map((part) => plainValue(part, money, timeZone)).join('; ') : '–';
  if (typeof value === 'string' && date.test(value)) return day(value, 'long');
  if (typeof value === 'string' && instant.test(value)) return moment(value, timeZone);
  if (typeof value !== 'object') return String(value);
  if ('amountMinor' in value && 'currency' in value)
    return money(Number(value.amountMinor), String(value.currency));
  return Object.entries(value)
    .map(([name, part]) => `${name} ${plainValue(part, money, timeZone)}`)
    .join(', ');
}
