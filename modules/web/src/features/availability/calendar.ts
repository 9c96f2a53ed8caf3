import type { Schemas } from '@/lib/api-client';
import { addDays, datesFrom, daysBetween } from '@/lib/dates';

export type Day = Schemas['AvailabilityDay'];
export type RoomTypeDays = Schemas['RoomTypeDays'];

/** What may be changed of a day; what is left out stays. */
export interface DayChange {
  capacity?: number;
  allowance?: number;
  closed?: boolean;
  minStay?: number;
  closedToArrival?: boolean;
  closedToDeparture?: boolean;
}
const changeable = [
  'capacity',
  'allowance',
  'closed',
  'minStay',
  'closedToArrival',
  'closedToDeparture',
] as const satisfies (keyof DayChange)[];

/** How full a day is. A day without rooms is full. */
export const fullness = ({ capacity, sold, held }: Day) => (capacity === 0 ? 1 : (sold + held) / capacity);

/** Whether there is anything to sell: rooms, or guests that were promised one. */
export const forSale = ({ capacity, allowance, sold, held }: Day) => capacity + allowance + sold + held > 0;

/** The first night to show: today, or two weeks before it where nothing is sold from today on. */
export const openingOf = ({ from, roomTypes }: Schemas['Availability']) =>
  roomTypes.some(({ days }) => days.some(({ sold, held }) => sold + held > 0)) ? from : addDays(from, -pace);

/** How far a step goes back or on. */
export const pace = 14;

/** The day as the change would leave it, by the same rule for what is free as the server's. */
export function changed(day: Day, change: DayChange): Day {
  const { minStay, ...rest } = { ...day, ...change };
  const free = Math.max(0, rest.capacity + rest.allowance - rest.sold - rest.held);
  return { ...rest, free, ...(minStay && { minStay }) };
}

/** Replaces the days of a room type from a date on, as long as the change lasts. */
export const withChange = (
  availability: Schemas['Availability'],
  roomTypeId: string,
  range: { from: string; to: string },
  change: DayChange,
): Schemas['Availability'] => ({
  ...availability,
  roomTypes: availability.roomTypes.map((type) =>
    type.roomTypeId === roomTypeId
      ? {
          ...type,
          days: type.days.map((day) =>
            range.from <= day.date && day.date < range.to ? changed(day, change) : day,
          ),
        }
      : type,
  ),
});

export interface FieldPreview {
  field: keyof DayChange;
  /** The values there are now, each once. */
  before: (number | boolean | undefined)[];
  after: number | boolean;
}
export interface Preview {
  roomTypeId: string;
  name: string;
  nights: number;
  /** Nights of the range that are not on the screen, so that nothing can be said about them. */
  unseen: number;
  fields: FieldPreview[];
  /** Nights on which more is sold and held than the change would leave. */
  oversold: string[];
}

/** What a change would do to each room type, before it is done. */
export function previewOf(
  types: readonly RoomTypeDays[],
  range: { from: string; to: string },
  change: DayChange,
): Preview[] {
  const nights = Math.max(0, daysBetween(range.from, range.to));
  return types.map(({ roomTypeId, name, days }) => {
    const touched = days.filter(({ date }) => range.from <= date && date < range.to);
    const fields = changeable.flatMap((field): FieldPreview[] => {
      const after = change[field];
      if (after === undefined) return [];
      return [{ field, before: [...new Set(touched.map((day) => day[field]))], after }];
    });
    const oversold = touched.filter((day) => {
      const next = changed(day, change);
      const takesAway = change.capacity !== undefined || change.allowance !== undefined;
      return takesAway && next.capacity + next.allowance < day.sold + day.held;
    });
    return {
      roomTypeId,
      name,
      nights,
      unseen: nights - touched.length,
      fields,
      oversold: oversold.map(({ date }) => date),
    };
  });
}

/** A place in the grid. */
export interface Place {
  row: number;
  column: number;
}
export interface Selection {
  anchor: Place;
  focus: Place;
}

/** The rectangle between two corners, in order. */
export const rectangle = ({ anchor, focus }: Selection) => ({
  top: Math.min(anchor.row, focus.row),
  bottom: Math.max(anchor.row, focus.row),
  left: Math.min(anchor.column, focus.column),
  right: Math.max(anchor.column, focus.column),
});

export function contains(selection: Selection, { row, column }: Place) {
  const { top, bottom, left, right } = rectangle(selection);
  return top <= row && row <= bottom && left <= column && column <= right;
}

/** Where a key leads from a place; undefined when it is not one of ours. */
export function step(key: string, { row, column }: Place, rows: number, columns: number, ends: boolean) {
  const to: Record<string, Place> = {
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    PageUp: { row, column: column - 7 },
    PageDown: { row, column: column + 7 },
    Home: { row: ends ? 0 : row, column: 0 },
    End: { row: ends ? rows - 1 : row, column: columns - 1 },
  };
  const place = to[key];
  if (!place) return undefined;
  return {
    row: Math.min(rows - 1, Math.max(0, place.row)),
    column: Math.min(columns - 1, Math.max(0, place.column)),
  };
}

/** All room types of a property as one row, for the head of the grid. */
export function together(types: readonly RoomTypeDays[], from: string, nights: number) {
  return datesFrom(from, nights).map((date, index) => {
    const days = types.flatMap(({ days: own }) => own[index] ?? []);
    const sum = (pick: (day: Day) => number) => days.reduce((total, day) => total + pick(day), 0);
    const capacity = sum((day) => day.capacity);
    return {
      date,
      forSale: days.some(forSale),
      free: sum((day) => (day.closed ? 0 : day.free)),
      share: capacity === 0 ? 0 : sum((day) => day.sold + day.held) / capacity,
    };
  });
}

export const exclusive = (lastNight: string) => addDays(lastNight, 1);
