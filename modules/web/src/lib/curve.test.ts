import { expect, test } from 'vitest';
import { smoothArea, smoothLine } from './curve';

/** All y of the path's control points. */
const heights = (path: string) => [...path.matchAll(/-?[\d.]+/g)].map(Number).filter((_, at) => at % 2 === 1);

test('no points is no path, one point is a place', () => {
  expect(smoothLine([])).toBe('');
  expect(smoothLine([[3, 4]])).toBe('M3,4');
  expect(smoothArea([], 0)).toBe('');
});
test('a straight row of points stays straight', () => {
  expect(
    smoothLine([
      [0, 0],
      [3, 3],
      [6, 6],
    ]),
  ).toBe('M0,0C1,1,2,2,3,3C4,4,5,5,6,6');
});
test('the curve never leaves the range of its points', () => {
  const points = [0, 10, 10, 2, 2, 9, 0].map((y, x): [number, number] => [x * 3, y]);
  for (const y of heights(smoothLine(points))) {
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThanOrEqual(10);
  }
});
test('an area is closed along its base', () => {
  expect(
    smoothArea(
      [
        [0, 1],
        [3, 1],
      ],
      9,
    ),
  ).toBe('M0,1C1,1,2,1,3,1L3,9L0,9Z');
});
