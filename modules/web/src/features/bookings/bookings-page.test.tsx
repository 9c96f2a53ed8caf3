import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http } from 'msw';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { made } from '@/mocks/data';
import { problem } from '@/mocks/handlers';
import { open } from '@/mocks/render';
import { server } from '@/mocks/setup-tests';
import { type BookingFilters, exportPath, readFilters } from './api/search';
import { BookingsPage } from './bookings-page';

function openPage(start: BookingFilters = {}) {
  const changed = vi.fn();
  const onOpen = vi.fn();
  function Page() {
    const [filters, setFilters] = useState(start);
    return (
      <BookingsPage
        filters={filters}
        onChange={(next) => {
          changed(next);
          setFilters(next);
        }}
        onOpen={onOpen}
        link={(id, text) => <a href={`/b/${id}`}>{text}</a>}
      />
    );
  }
  open(<Page />);
  return { changed, onOpen };
}

test('finds in spite of a typo, marks what matched and counts', async () => {
  openPage();
  const box = await screen.findByRole('combobox', { name: 'Search bookings' });
  await userEvent.type(box, 'portugl{Enter}');
  expect((await screen.findAllByText('Portugal', { selector: 'mark' })).length).toBeGreaterThan(5);
  expect(screen.getByText(/^\d+ bookings$/)).toBeVisible();
  expect(screen.getByText('Search, 180 ms behind')).toBeVisible();
});

test('a suggestion is taken with the keyboard and becomes a filter', async () => {
  const { changed } = openPage();
  await userEvent.type(await screen.findByRole('combobox', { name: 'Search bookings' }), 'irel');
  const list = screen.getByRole('listbox', { name: 'Suggestions' });
  await within(list).findByRole('option', { name: /Ireland/ });
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(changed).toHaveBeenLastCalledWith(expect.objectContaining({ country: ['IRL'], q: undefined }));
  expect(await screen.findByRole('button', { name: 'Remove filter Ireland' })).toBeVisible();
});

test('a suggested booking is opened', async () => {
  const { onOpen } = openPage();
  const { reference, id } = made[3]?.booking ?? { reference: '', id: '' };
  await userEvent.type(await screen.findByRole('combobox', { name: 'Search bookings' }), reference ?? '');
  await userEvent.click(await screen.findByRole('option', { name: new RegExp(reference ?? '') }));
  expect(onOpen).toHaveBeenCalledWith(id);
});

test('facets narrow, and their own counts stay so that more can be chosen', async () => {
  openPage();
  const filters = await screen.findByRole('complementary', { name: 'Filters' });
  const held = await within(filters).findByRole('checkbox', { name: /Held/ });
  await userEvent.click(held);
  await screen.findByRole('button', { name: 'Remove filter Held' });
  const before = screen.getByText(/^\d+ bookings$/).textContent;
  await userEvent.click(within(filters).getByRole('checkbox', { name: /Confirmed/ }));
  await waitFor(() => expect(screen.getByText(/^\d+ bookings$/).textContent).not.toBe(before));
});

test('more pages are added below', async () => {
  openPage();
  expect(await screen.findByText(/^50 of \d+ shown$/)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
  expect(await screen.findByText(/^100 of \d+ shown$/)).toBeVisible();
});

test('nothing found says what to do', async () => {
  const { changed } = openPage({ q: 'zzzzzz' });
  expect(await screen.findByText('No booking fits')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Clear words and filters' }));
  expect(changed).toHaveBeenLastCalledWith({});
});

test('a failed search says why and stands alone', async () => {
  server.use(
    http.get('*/v1/search/bookings', () => problem(503, 'unavailable', 'Busy', 'Search is away.'), {
      once: true,
    }),
  );
  openPage();
  expect(await screen.findByText('Search is away.')).toBeVisible();
  expect(screen.getByRole('combobox', { name: 'Search bookings' })).toBeEnabled();
});

test('the address is read with care and leads to the export of the same', () => {
  const filters = readFilters({
    q: 'a',
    status: ['held', 'nonsense'],
    arrivalFrom: 'soon',
    minTotal: '100',
    sort: 'x',
  });
  expect(filters).toMatchObject({ q: 'a', status: ['held'], minTotal: 100 });
  expect(filters.arrivalFrom).toBeUndefined();
  expect(exportPath(filters)).toBe('/v1/exports/bookings.csv?q=a&status=held&minTotal=100');
});
