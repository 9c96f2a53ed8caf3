import type { Schemas } from '@/lib/api-client';
import { addDays, datesFrom, daysBetween, weekday } from '@/lib/dates';
import { dice, properties, today } from './data';

type Day = Schemas['AvailabilityDay'];
const written = new Map<string, Partial<Day>>();
const key = (roomTypeId: string, date: string) => `${roomTypeId} ${date}`;

function madeDay(roomTypeId: string, index: number, date: string): Day {
  const roll = dice(index * 1_000 + daysBetween('2017-01-01', date));
  const capacity = [64, 48, 40, 28, 26, 20, 12][index] ?? 10;
  const ahead = Math.max(0, daysBetween(today, date));
  const full = Math.min(1, 0.5 + 0.14 * (weekday(date) > 3 ? 1 : 0) + roll() * 0.4) * Math.exp(-ahead / 90);
  const sold = Math.min(capacity, Math.round(capacity * full));
  const day: Day = {
    date,
    capacity,
    allowance: index === 0 ? 2 : 0,
    sold,
    held: roll() < 0.2 && sold < capacity ? 1 : 0,
    free: 0,
    closed: roll() > 0.985,
    ...(weekday(date) === 5 && index > 2 && { minStay: 2 }),
    closedToArrival: weekday(date) === 6 && index === 4,
    closedToDeparture: false,
    ...written.get(key(roomTypeId, date)),
  };
  return { ...day, free: Math.max(0, day.capacity + day.allowance - day.sold - day.held) };
}

export function availability(
  propertyId: string,
  from: string,
  to: string,
): Schemas['Availability'] | undefined {
  const property = properties.find(({ id }) => id === propertyId);
  if (!property) return undefined;
  const dates = datesFrom(from, daysBetween(from, to));
  return {
    propertyId,
    from,
    to,
    today,
    roomTypes: property.roomTypes.map(({ id, code, name }, index) => ({
      roomTypeId: id,
      code,
      name,
      days: dates.map((date) => madeDay(id, index, date)),
    })),
  };
}

export function changeCalendar(roomTypeId: string, { changes }: Schemas['CalendarChanges']) {
  const property = properties.find(({ roomTypes }) => roomTypes.some(({ id }) => id === roomTypeId));
  const index = property?.roomTypes.findIndex(({ id }) => id === roomTypeId) ?? -1;
  const type = property?.roomTypes[index];
  if (!property || !type) return undefined;
  const days: Day[] = [];
  for (const { from, to, ...fields } of changes)
    for (let date = from; date < to; date = addDays(date, 1)) {
      const before = madeDay(roomTypeId, index, date);
      if (fields.capacity !== undefined && fields.capacity + before.allowance < before.sold + before.held)
        return date;
      written.set(key(roomTypeId, date), { ...written.get(key(roomTypeId, date)), ...fields });
      days.push(madeDay(roomTypeId, index, date));
    }
  const roomType: Schemas['RoomType'] = { ...type, revision: 2, propertyId: property.id, days };
  return roomType;
}
export const forgetCalendarChanges = () => written.clear();
