import type { TFunction } from 'i18next';
import { day as dayText } from '@/lib/format';
import { type Day, forSale } from '../calendar';

/** A cell in words: all that its colour and marks say. */
export function describe(t: TFunction<'availability'>, roomType: string, day: Day) {
  if (!forSale(day)) return `${roomType}, ${dayText(day.date, 'long')}, ${t('say.nothing')}`;
  return [
    `${roomType}, ${dayText(day.date, 'long')}`,
    day.closed && t('say.closed'),
    t('say.free', { count: day.free }),
    t('say.sold', { sold: day.sold, held: day.held, capacity: day.capacity }),
    day.allowance > 0 && t('say.allowance', { count: day.allowance }),
    day.minStay && t('say.minStay', { count: day.minStay }),
    day.closedToArrival && t('say.closedToArrival'),
    day.closedToDeparture && t('say.closedToDeparture'),
  ]
    .filter(Boolean)
    .join(', ');
}
