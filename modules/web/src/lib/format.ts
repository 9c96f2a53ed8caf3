/** All numbers and dates a person reads pass through here: one locale, true minus signs, no guesses. */
const cache = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();
let locale = 'en-GB';
export const setFormatLocale = (next: string) => {
  locale = next;
  cache.clear();
};

function numbers(options: Intl.NumberFormatOptions) {
  const key = JSON.stringify(options);
  const format = cache.get(key) ?? new Intl.NumberFormat(locale, options);
  cache.set(key, format);
  return format as Intl.NumberFormat;
}
function dates(options: Intl.DateTimeFormatOptions) {
  const key = JSON.stringify(options);
  const format = cache.get(key) ?? new Intl.DateTimeFormat(locale, options);
  cache.set(key, format);
  return format as Intl.DateTimeFormat;
}
const minus = (text: string) => text.replace('-', '−');

export const count = (value: number) => minus(numbers({}).format(value));
export const percent = (ratio: number, digits = 0) =>
  minus(
    numbers({ style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }).format(ratio),
  );

/** Money from minor units. Whole amounts lose their decimals only where the caller asks for it. */
export function money(minor: number, currency: string, style: 'exact' | 'whole' | 'signed' = 'exact') {
  const format = numbers({
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    ...(style === 'whole' && { maximumFractionDigits: 0 }),
    ...(style === 'signed' && { signDisplay: 'exceptZero', maximumFractionDigits: 0 }),
  });
  const digits = numbers({ style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return minus(format.format(minor / 10 ** digits));
}

/** A change, always signed: +2.4 pts, −3.1 %, +18 nights. */
export function change(value: number, unit: 'points' | 'ratio' | 'nights') {
  const signed = (options: Intl.NumberFormatOptions) =>
    minus(numbers({ signDisplay: 'exceptZero', ...options }).format(unit === 'points' ? value * 100 : value));
  if (unit === 'ratio')
    return signed({ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  if (unit === 'points') return `${signed({ minimumFractionDigits: 1, maximumFractionDigits: 1 })} pts`;
  return signed({ maximumFractionDigits: 0 });
}

/** A calendar date (no time, no zone) is read as such, wherever the reader is. */
export function day(isoDate: string, style: 'short' | 'weekday' | 'long' | 'month' = 'short') {
  const options: Record<typeof style, Intl.DateTimeFormatOptions> = {
    short: { day: 'numeric', month: 'short' },
    weekday: { weekday: 'short', day: 'numeric', month: 'short' },
    long: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
    month: { month: 'long', year: 'numeric' },
  };
  return dates({ ...options[style], timeZone: 'UTC' }).format(new Date(`${isoDate}T00:00Z`));
}
export const clock = (instant: string, timeZone: string) =>
  dates({ hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(instant));
/** An instant with its date, to the minute or (in histories) to the second. */
export const moment = (instant: string, timeZone = 'UTC', style: 'minute' | 'second' = 'minute') =>
  dates({
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    ...(style === 'second' && { second: '2-digit' }),
    timeZone,
  }).format(new Date(instant));
/** A month `yyyy-MM`. */
export const month = (isoMonth: string, style: 'short' | 'long' = 'short') =>
  dates({ month: style, year: style === 'short' ? '2-digit' : 'numeric', timeZone: 'UTC' }).format(
    new Date(`${isoMonth.slice(0, 7)}-01T00:00Z`),
  );

/** A country by its name; a code that the browser does not know stays a code. */
export function country(code: string) {
  try {
    return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** A large number in little room: 12.4k, €1.2m. */
export const compact = (value: number) =>
  minus(numbers({ notation: 'compact', maximumFractionDigits: 1 }).format(value)).toLowerCase();
export function compactMoney(minor: number, currency: string) {
  const options = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  const digits = numbers(options).resolvedOptions().maximumFractionDigits ?? 2;
  const format = numbers({
    ...options,
    notation: 'compact',
    maximumFractionDigits: 1,
    minimumFractionDigits: 0,
  });
  return minus(format.format(minor / 10 ** digits));
}
export const decimal = (value: number, digits = 1) =>
  minus(numbers({ maximumFractionDigits: digits }).format(value));

/** A length of time as its largest sensible unit: 180 ms, 2.4 s, 3 min. */
export function duration(milliseconds: number) {
  if (milliseconds < 1_000) return `${count(Math.round(milliseconds))} ms`;
  if (milliseconds < 90_000) return `${decimal(milliseconds / 1_000)} s`;
  if (milliseconds < 5_400_000) return `${decimal(milliseconds / 60_000, 0)} min`;
  if (milliseconds < 172_800_000) return `${decimal(milliseconds / 3_600_000, 0)} h`;
  return `${decimal(milliseconds / 86_400_000, 0)} days`;
}
const byteUnits = ['B', 'kB', 'MB', 'GB', 'TB'];
export function bytes(value: number) {
  const step = Math.min(byteUnits.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, value)) / 3)));
  return `${decimal(value / 1000 ** step, step > 1 ? 1 : 0)} ${byteUnits[step]}`;
}
