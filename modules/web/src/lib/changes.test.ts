import { expect, test } from 'vitest';
import { changesAt, plainValue } from './changes';
import { money } from './format';

test('a change is found at its place and inside it, not beside it', () => {
  const changes = [{ path: '/rooms/0/arrival' }, { path: '/roomsGiven' }, { path: '/total' }];
  expect(changesAt(changes, '/rooms')).toEqual([{ path: '/rooms/0/arrival' }]);
  expect(changesAt(changes, '/total')).toHaveLength(1);
});
test('values are read by people', () => {
  expect(plainValue({ amountMinor: 51_240, currency: 'EUR' }, money)).toBe('€512.40');
  expect(plainValue([{ line: 1, adults: 2 }], money)).toBe('line 1, adults 2');
  expect(plainValue([], money)).toBe('–');
  expect(plainValue(undefined, money)).toBe('–');
  expect(plainValue(0, money)).toBe('0');
  expect(plainValue('2017-04-30', money)).toBe('Sun, 30 Apr 2017');
  expect(plainValue('2017-04-29T20:58:07.911Z', money, 'Europe/Lisbon')).toBe('29 Apr 2017, 21:58');
});
