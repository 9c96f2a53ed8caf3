import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { channelMessages } from '@/mocks/operations';
import { open } from '@/mocks/render';
import { ChannelBookingPage } from './channel-booking-page';
import { ChannelsPage, type ChannelsSearch } from './channels-page';

function openPage(start: ChannelsSearch = {}) {
  function Page() {
    const [search, setSearch] = useState(start);
    return (
      <ChannelsPage
        search={search}
        onChange={setSearch}
        link={(id, text) => <a href={`/c/${id}`}>{text}</a>}
      />
    );
  }
  open(<Page />);
}

test('lists messages, narrows by outcome and opens one with its reason', async () => {
  openPage();
  expect(await screen.findByText('130 messages')).toBeVisible();
  await userEvent.click(screen.getByRole('checkbox', { name: /Error/ }));
  expect(await screen.findByText('8 messages')).toBeVisible();
  const [first] = within(screen.getByRole('table')).getAllByRole('button');
  await userEvent.click(first as HTMLElement);
  const sheet = await screen.findByRole('dialog');
  expect(await within(sheet).findByText('Hotel code 9999 does not exist here.')).toBeVisible();
  expect(within(sheet).getByRole('link').getAttribute('href')).toMatch(/^\/c\/cbk_/);
  await userEvent.click(within(sheet).getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

test('searches by words and says when nothing fits', async () => {
  openPage();
  await userEvent.type(await screen.findByRole('searchbox', { name: 'Search messages' }), 'qqqq{Enter}');
  expect(await screen.findByText('No message fits')).toBeVisible();
});

test('a channel booking leads to the booking that it became', async () => {
  const id =
    channelMessages.find(({ channelBookings }) => channelBookings?.length)?.channelBookings?.[0]?.id ?? '';
  open(
    <ChannelBookingPage
      channelBookingId={id}
      back={null}
      bookingLink={(booking, text) => <a href={`/b/${booking}`}>{text}</a>}
    />,
  );
  expect((await screen.findByRole('link', { name: 'Open the booking' })).getAttribute('href')).toMatch(
    /^\/b\/bkg_/,
  );
  expect((await screen.findAllByText(/requested/)).length).toBeGreaterThan(0);
});
