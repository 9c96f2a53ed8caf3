import { expect, test } from 'vitest';
import { dateIn, many, one, oneOf, parseSearch, stringifySearch, wholeIn } from './search-params';

test('an address with repeated names is read and written the same', () => {
  const text = '?q=two+words&status=held&status=confirmed';
  expect(parseSearch(text)).toEqual({ q: 'two words', status: ['held', 'confirmed'] });
  expect(stringifySearch(parseSearch(text))).toBe(text);
});
test('what is not there leaves no trace in the address', () => {
  expect(stringifySearch({ q: undefined, sort: '', status: [] })).toBe('');
});
test('values are read as what they should be, from text and from our own links', () => {
  expect(many(undefined)).toEqual([]);
  expect(one(['a', 'b'])).toBe('a');
  expect(oneOf('week', ['day', 'week'])).toBe('week');
  expect(oneOf('year', ['day', 'week'])).toBeUndefined();
  expect(wholeIn('7', 1, 10)).toBe(7);
  expect(wholeIn(7, 1, 10)).toBe(7);
  expect(wholeIn('11', 1, 10)).toBeUndefined();
  expect(wholeIn('7.5', 1, 10)).toBeUndefined();
});
test('only real dates are dates', () => {
  expect(dateIn('2017-07-14')).toBe('2017-07-14');
  expect(dateIn('2017-13-01')).toBeUndefined();
  expect(dateIn('yesterday')).toBeUndefined();
});
