import { expect, test } from 'vitest';
import { isPath, movement, read, readShort, rowName, rowTick } from './reading';

const measure = (unit: 'ratio' | 'money' | 'nights' | 'count' | 'days', key = 'x') => ({
  key,
  name: 'X',
  unit,
  definition: '',
});

test('each unit is read in its own way, and nothing known is a dash', () => {
  expect(read(measure('ratio'), 0.268, 'EUR')).toBe('26.8%');
  expect(read(measure('money'), 14_380, 'EUR')).toBe('€143.80');
  expect(read(measure('nights'), 1_756, 'EUR')).toBe('1,756');
  expect(read(measure('days'), 3.25, 'EUR')).toBe('3.3');
  expect(read(measure('count'), undefined, 'EUR')).toBe('–');
  expect(readShort(measure('ratio'), 0.25, 'EUR')).toBe('25%');
});
test('ratios move in points, everything else in percent of what it was', () => {
  expect(movement(measure('ratio'), 0.3, 0.25)?.text).toBe('+5.0 pts');
  expect(movement(measure('nights'), 110, 100)?.text).toBe('+10.0%');
  expect(movement(measure('nights'), -50, -100)?.text).toBe('+50.0%');
  expect(movement(measure('nights'), 5, 0)).toBeUndefined();
  expect(movement(measure('nights'), 5, undefined)).toBeUndefined();
});
test('a row of time is named by its bucket, a category by its name', () => {
  const time = { bucket: 'month' as const, dimension: { key: 'd', name: 'D', kind: 'time' as const } };
  const row = { key: '2017-07', name: '2017-07', from: '2017-07-01', to: '2017-08-01', values: {} };
  expect(rowName(row, time)).toBe('July 2017');
  expect(rowTick(row, time)).toBe('Jul 17');
  expect(rowName({ ...row, name: 'Portugal' }, { dimension: { ...time.dimension, kind: 'category' } })).toBe(
    'Portugal',
  );
});
test('shares and averages are paths, amounts are columns', () => {
  expect(isPath(measure('ratio'))).toBe(true);
  expect(isPath(measure('money', 'adr'))).toBe(true);
  expect(isPath(measure('money', 'revenue'))).toBe(false);
});
