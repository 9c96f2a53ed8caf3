import { expect, test } from 'vitest';
import { addDays, addMonths, datesFrom, daysBetween, weekday } from './dates';
import { linear, stepOf, ticks } from './scale';

test('a line goes through both points', () => {
  const y = linear([0, 10], [100, 0]);
  expect([y(0), y(5), y(10)]).toEqual([100, 50, 0]);
  expect(linear([3, 3], [7, 9])(3)).toBe(7);
});
test('steps are counted from one and stay within', () => {
  expect([-1, 0, 0.5, 1, 2].map((value) => stepOf(value, [0, 1], 7))).toEqual([1, 1, 4, 7, 7]);
});
test('ticks are round and span the range', () => {
  expect(ticks(0, 628, 4)).toEqual([0, 200, 400, 600, 800]);
  expect(ticks(-12, 30, 4)).toEqual([-20, 0, 20, 40]);
  expect(ticks(0, 0, 4).every(Number.isFinite)).toBe(true);
});
test('dates are counted without zones, over both changes of the clock', () => {
  expect(addDays('2017-03-25', 2)).toBe('2017-03-27');
  expect(daysBetween('2017-10-28', '2017-10-30')).toBe(2);
  expect(addMonths('2017-11-20', 3)).toBe('2018-02-01');
  expect(weekday('2017-07-17')).toBe(0);
  expect(datesFrom('2017-12-31', 2)).toEqual(['2017-12-31', '2018-01-01']);
});
