import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { currentFaults } from '@/mocks/channel-sync';
import { open } from '@/mocks/render';
import { SyncPage, type SyncSearch } from './sync-page';

function openPage() {
  function Page() {
    const [search, setSearch] = useState<SyncSearch>({});
    return <SyncPage search={search} onChange={setSearch} messages={<a href="/m">Messages</a>} />;
  }
  open(<Page />);
}

test('shows what needs a look first, and opens its nights', async () => {
  openPage();
  const table = await screen.findByRole('region', { name: 'Room types on channels' });
  const [first] = await within(table).findAllByRole('button');
  expect(within(table).getAllByRole('row')[1]).toHaveTextContent('Differs');
  await userEvent.click(first as HTMLElement);
  const sheet = await screen.findByRole('dialog');
  expect((await within(sheet).findAllByText(/^Says /)).length).toBe(2);
});

test('a channel can be left alone and told again', async () => {
  openPage();
  const card = await screen.findByRole('region', { name: 'sandbox-ota' });
  await userEvent.click(within(card).getByRole('button', { name: 'Stop telling' }));
  expect(await within(card).findByText('Is told nothing')).toBeVisible();
  await userEvent.click(within(card).getByRole('button', { name: 'Tell again' }));
  expect(await within(card).findByText(/room types in sync/)).toBeVisible();
});

test('faults are set as they were typed, and impossible ones are not', async () => {
  openPage();
  const card = await screen.findByRole('region', { name: 'sandbox-alpinebits' });
  await userEvent.click(within(card).getByRole('button', { name: 'Faults' }));
  const sheet = await screen.findByRole('dialog');
  const lost = await within(sheet).findByLabelText('Lost');
  await userEvent.clear(lost);
  await userEvent.type(lost, '5000');
  await userEvent.click(within(sheet).getByRole('button', { name: 'Set' }));
  expect(await within(sheet).findByText('0 to 1000')).toBeVisible();
  await userEvent.clear(lost);
  await userEvent.type(lost, '70');
  await userEvent.click(within(sheet).getByRole('button', { name: 'Set' }));
  await expect.poll(() => currentFaults().loseRequest).toBe(70);
  expect(currentFaults().reorder).toBe(100);
});

test('says where a room does not cost the same', async () => {
  openPage();
  const parity = await screen.findByRole('region', { name: 'Rate parity' });
  expect(await within(parity).findByText('3 nights differ')).toBeVisible();
  expect(within(parity).getAllByText('€119.00').length).toBe(3);
});
