import { expect, test } from 'vitest';
import type { Schemas } from '@/lib/api-client';
import {
  changed,
  contains,
  type Day,
  forSale,
  fullness,
  openingOf,
  previewOf,
  rectangle,
  step,
  together,
  withChange,
} from './calendar';

const day = (date: string, over: Partial<Day> = {}): Day => ({
  date,
  capacity: 10,
  allowance: 1,
  sold: 6,
  held: 1,
  free: 4,
  closed: false,
  closedToArrival: false,
  closedToDeparture: false,
  ...over,
});
const type = {
  roomTypeId: 'rmt_a',
  code: 'A',
  name: 'Double',
  days: [day('2017-07-14'), day('2017-07-15', { minStay: 2 }), day('2017-07-16', { sold: 9 })],
};

test('what is free follows from the change, and never goes below nothing', () => {
  expect(changed(day('2017-07-14'), { capacity: 12 })).toMatchObject({ capacity: 12, free: 6 });
  expect(changed(day('2017-07-14'), { capacity: 3 })).toMatchObject({ free: 0 });
});
test('a minimum stay of nothing lifts it', () => {
  expect(changed(day('2017-07-14', { minStay: 3 }), { minStay: 0 })).not.toHaveProperty('minStay');
  expect(changed(day('2017-07-14', { minStay: 3 }), { closed: true })).toMatchObject({
    minStay: 3,
    closed: true,
  });
});
test('a change touches its room type and its nights only', () => {
  const availability = {
    propertyId: 'prp_a',
    from: '2017-07-14',
    to: '2017-07-17',
    roomTypes: [type, { ...type, roomTypeId: 'rmt_b' }],
  };
  const range = { from: '2017-07-15', to: '2017-07-16' };
  const next = withChange(availability, 'rmt_a', range, { closed: true });
  expect(next.roomTypes.map(({ days }) => days.map(({ closed }) => closed))).toEqual([
    [false, true, false],
    [false, false, false],
  ]);
});
test('the preview says what was, what will be, and which nights have too much sold', () => {
  const range = { from: '2017-07-14', to: '2017-07-19' };
  const [preview] = previewOf([type], range, { capacity: 8, minStay: 2 });
  expect(preview).toMatchObject({ nights: 5, unseen: 2, oversold: ['2017-07-16'] });
  expect(preview?.fields).toEqual([
    { field: 'capacity', before: [10], after: 8 },
    { field: 'minStay', before: [undefined, 2], after: 2 },
  ]);
});
test('restrictions never oversell, however full the night already is', () => {
  const full = { ...type, days: [day('2017-07-14', { sold: 20 })] };
  const range = { from: '2017-07-14', to: '2017-07-15' };
  expect(previewOf([full], range, { closed: true })[0]?.oversold).toEqual([]);
  expect(previewOf([full], range, { allowance: 2 })[0]?.oversold).toEqual(['2017-07-14']);
});
test('a selection is the rectangle between its corners, whichever way it was drawn', () => {
  const selection = { anchor: { row: 3, column: 5 }, focus: { row: 1, column: 2 } };
  expect(rectangle(selection)).toEqual({ top: 1, bottom: 3, left: 2, right: 5 });
  expect(contains(selection, { row: 2, column: 4 })).toBe(true);
  expect(contains(selection, { row: 0, column: 4 })).toBe(false);
});
test('keys stay within the grid', () => {
  const at = { row: 0, column: 1 };
  expect(step('ArrowUp', at, 4, 21, false)).toEqual({ row: 0, column: 1 });
  expect(step('PageDown', at, 4, 21, false)).toEqual({ row: 0, column: 8 });
  expect(step('End', at, 4, 21, true)).toEqual({ row: 3, column: 20 });
  expect(step('x', at, 4, 21, false)).toBeUndefined();
});
test('all rooms together: a closed day has nothing free', () => {
  const closed = { ...type, days: [day('2017-07-14', { closed: true })] };
  expect(together([{ ...type, days: [day('2017-07-14')] }, closed], '2017-07-14', 1)).toEqual([
    { date: '2017-07-14', forSale: true, free: 4, share: 0.7 },
  ]);
  expect(fullness(day('2017-07-14', { capacity: 0 }))).toBe(1);
});

test('opens on today, or two weeks before it where nothing lies ahead', () => {
  const from = '2017-07-14';
  const books = (sold: number): Schemas['Availability'] => ({
    propertyId: 'prp_1',
    from,
    to: '2017-07-15',
    roomTypes: [{ ...type, days: [{ ...day(from), sold, held: 0 }] }],
  });
  expect(openingOf(books(1))).toBe(from);
  expect(openingOf(books(0))).toBe('2017-06-30');
});

test('what has no rooms and owes none is not for sale', () => {
  const nothing = { ...day('2017-07-14'), capacity: 0, allowance: 0, sold: 0, held: 0 };
  expect(forSale(nothing)).toBe(false);
  expect(forSale({ ...nothing, sold: 1 })).toBe(true);
});
