import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, test, vi } from 'vitest';
import type { Schemas } from '@/lib/api-client';
import { problem } from '@/mocks/handlers';
import { open } from '@/mocks/render';
import { server } from '@/mocks/setup-tests';
import { AvailabilityPage } from './availability-page';

function openPage() {
  const onChange = vi.fn();
  open(<AvailabilityPage search={{}} onChange={onChange} />);
  return { onChange };
}
const cell = (name: RegExp) => screen.findByRole('gridcell', { name });

test('starts at the day that the tenant has, and says each cell in words', async () => {
  openPage();
  expect(await cell(/^Standard double, Fri, 14 Jul 2017, .*free/)).toBeInTheDocument();
  expect(screen.getAllByRole('gridcell')).toHaveLength(6 * 21);
});

test('arrows move one focus through the grid, Shift stretches the selection', async () => {
  openPage();
  const first = await cell(/^Standard double, Fri, 14 Jul/);
  first.focus();
  await userEvent.keyboard('{ArrowDown}{Shift>}{ArrowRight}{ArrowRight}{/Shift}');
  expect(await cell(/^Standard twin, Sun, 16 Jul/)).toHaveFocus();
  expect(screen.getByText('1 room type, 3 nights: 14 Jul to 16 Jul')).toBeVisible();
  const selected = screen
    .getAllByRole('gridcell')
    .filter((one) => one.getAttribute('aria-selected') === 'true');
  expect(selected).toHaveLength(3);
});

test('a change is previewed, sent once per room type with its own command id, and seen at once', async () => {
  const sent: { body: Schemas['CalendarChanges']; id: string | null }[] = [];
  server.events.on('request:start', async ({ request }) => {
    if (request.method !== 'PUT') return;
    const copy = request.clone();
    sent.push({ id: copy.headers.get('Waymark-Command-Id'), body: await copy.json() });
  });
  openPage();
  const first = await cell(/^Standard double, Fri, 14 Jul/);
  first.focus();
  await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowRight}{/Shift}{Enter}');
  const sheet = await screen.findByRole('dialog', { name: 'Change availability' });
  expect(within(sheet).getByText(/Nothing yet/)).toBeVisible();
  await userEvent.type(within(sheet).getByRole('textbox', { name: 'Capacity' }), '70');
  await userEvent.selectOptions(within(sheet).getByRole('combobox', { name: 'Sale' }), 'yes');
  expect(within(sheet).getAllByText('70')).toHaveLength(2);
  await userEvent.click(within(sheet).getByRole('button', { name: 'Change 4 nights' }));

  expect(await screen.findByText('Changed. 2 room types are up to date.')).toBeVisible();
  expect(await cell(/^Standard twin, Sat, 15 Jul 2017, closed, .* of 70/)).toBeInTheDocument();
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[0]?.body.changes).toEqual([
    { from: '2017-07-14', to: '2017-07-16', capacity: 70, closed: true },
  ]);
  expect(new Set(sent.map(({ id }) => id)).size).toBe(2);
  server.events.removeAllListeners();
});

test('what would take a promised room away is said before it is sent', async () => {
  openPage();
  (await cell(/^Standard double, Fri, 14 Jul/)).focus();
  await userEvent.keyboard('{Enter}');
  const sheet = await screen.findByRole('dialog');
  await userEvent.type(within(sheet).getByRole('textbox', { name: 'Capacity' }), '1');
  expect(within(sheet).getByText(/More is sold than that on 1 night/)).toBeVisible();
  expect(within(sheet).getByRole('button', { name: 'Change 1 night' })).toBeDisabled();
  await userEvent.clear(within(sheet).getByRole('textbox', { name: 'Capacity' }));
  await userEvent.type(within(sheet).getByRole('textbox', { name: 'Minimum stay' }), 'two');
  await userEvent.click(within(sheet).getByRole('button', { name: 'Change 1 night' }));
  expect(await within(sheet).findByText('A whole number up to 365.')).toBeVisible();
});

test('a refusal takes the change back and says why', async () => {
  server.use(
    http.put('*/v1/room-types/:id/calendar', () =>
      problem(409, 'conflict', 'Not now', 'Sold in the meantime.'),
    ),
  );
  openPage();
  (await cell(/^Standard double, Fri, 14 Jul/)).focus();
  await userEvent.keyboard('{Enter}');
  const sheet = await screen.findByRole('dialog');
  await userEvent.selectOptions(within(sheet).getByRole('combobox', { name: 'Sale' }), 'yes');
  await userEvent.click(within(sheet).getByRole('button', { name: 'Change 1 night' }));
  expect(await screen.findByText('Sold in the meantime.')).toBeVisible();
  await waitFor(async () =>
    expect(
      await screen.findByRole('gridcell', { name: /^Standard double, Fri, 14 Jul/, hidden: true }),
    ).not.toHaveTextContent('closed'),
  );
});

test('without a property it says what brings one', async () => {
  server.use(http.get('*/v1/properties', () => HttpResponse.json({ items: [] })));
  openPage();
  expect(await screen.findByText('No property yet')).toBeVisible();
});
