import { expect, test, vi } from 'vitest';
import { closeSession, currentSession, openSession, refuseSession, takeKeyFromAddress } from './session';

const at = (address: string) => new URL(address) as unknown as Location;

test('the key is taken from the address and the address is cleaned', () => {
  const history = { state: null, replaceState: vi.fn() } as unknown as History;
  takeKeyFromAddress(at('http://host/console/bookings?q=x#key=wmk_1_secret'), history);
  expect(currentSession()).toEqual({ key: 'wmk_1_secret' });
  expect(history.replaceState).toHaveBeenCalledWith(null, '', '/console/bookings?q=x');
});
test('an address without a key changes nothing', () => {
  const history = { state: null, replaceState: vi.fn() } as unknown as History;
  openSession('wmk_2_other');
  takeKeyFromAddress(at('http://host/#section'), history);
  expect(currentSession().key).toBe('wmk_2_other');
  expect(history.replaceState).not.toHaveBeenCalled();
});
test('signing out and being refused both forget the key', () => {
  openSession('wmk_3_x');
  expect(sessionStorage.getItem('waymark.key')).toBe('wmk_3_x');
  closeSession();
  expect(sessionStorage.getItem('waymark.key')).toBeNull();
  refuseSession('Unknown key.');
  expect(currentSession()).toEqual({ refused: 'Unknown key.' });
});
