import type { Schemas } from '@/lib/api-client';
import { addDays } from '@/lib/dates';
import { properties, today } from './data';
import { freshness } from './search';

const origin = addDays(today, -1);
const weekday = [0.9, 0.78, 0.72, 0.7, 0.74, 0.86, 0.97];

/** A made-up outlook of a house: weekly waves, wider intervals further out, two days that came otherwise. */
export function forecast(
  code: string,
  series: Schemas['Forecast']['series'],
): Schemas['Forecast'] | undefined {
  const property = properties.find(({ code: other, id }) => other === code || id === code);
  if (!property) return undefined;
  const capacity = series === 'rooms' ? 230 : 90;
  const at = (ahead: number): Schemas['ForecastDay'] => {
    const date = addDays(origin, ahead);
    const share = (weekday[new Date(date).getUTCDay()] ?? 0.8) + 0.04 * Math.sin(ahead / 6);
    const expected = Math.round(capacity * share * 10) / 10;
    const spread = capacity * (0.02 + 0.004 * Math.sqrt(Math.max(1, ahead > 0 ? ahead : 7)) * 3);
    const books = Math.round(expected * Math.max(0.1, 1 - Math.max(0, ahead) / 45));
    const missed = ahead === -3 ? 2.6 : ahead === -9 ? -2.4 : Math.sin(ahead * 2.3);
    return {
      date,
      horizon: ahead > 0 ? ahead : 7,
      books,
      booksWeekAgo: Math.round(books * 0.86),
      expected,
      lower80: Math.max(0, expected - spread * 1.28),
      upper80: Math.min(capacity, expected + spread * 1.28),
      lower95: Math.max(0, expected - spread * 1.96),
      upper95: Math.min(capacity, expected + spread * 1.96),
      ...(ahead <= 0 && { came: Math.min(capacity, Math.round(expected + missed * spread * 0.9)) }),
      ...(ahead > 0 && series === 'rooms' && { capacity }),
    };
  };
  const days = Array.from({ length: 123 }, (_, index) => at(index + 1));
  const past = Array.from({ length: 56 }, (_, index) => at(index - 55));
  return {
    propertyId: property.id,
    code: property.code,
    name: property.name,
    series,
    training: {
      state: 'ready',
      origin,
      model: 'books-ridge-trees-3',
      features: 'books, pick-up of same weekdays and its season a year ago, pace of bookings',
      learnedFrom: addDays(origin, -500),
      learnedUntil: origin,
      finishedAt: `${today}T04:00:00Z`,
    },
    days,
    past,
    accuracy: { days: 56, meanAbsoluteError: 6.2, within80: 0.821, within95: 0.946 },
    notices: [
      { date: addDays(origin, -9), kind: 'below', rooms: 141, limit: 148 },
      { date: addDays(origin, -3), kind: 'above', rooms: 219, limit: 214 },
      { date: addDays(origin, 5), kind: 'sells-out', rooms: 226, limit: capacity },
      { date: addDays(origin, 17), kind: 'much-free', rooms: 92, limit: capacity },
    ],
    freshness: freshness('warehouse'),
  };
}
