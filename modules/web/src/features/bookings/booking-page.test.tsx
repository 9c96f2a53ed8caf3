import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http } from 'msw';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { type MadeBooking, made } from '@/mocks/data';
import { problem } from '@/mocks/handlers';
import { open } from '@/mocks/render';
import { server } from '@/mocks/setup-tests';
import { BookingPage } from './booking-page';

const find = (fits: (entry: MadeBooking) => boolean) => {
  const entry = made.find(fits);
  if (!entry) throw new Error('the sample data lacks such a booking');
  return entry;
};
const changed = find(
  ({ booking, history }) =>
    booking.status === 'checked-out' && history.some(({ type }) => type === 'booking.changed.v1'),
);

function openPage({ booking }: MadeBooking) {
  function Page() {
    const [revision, setRevision] = useState<number>();
    return (
      <BookingPage
        bookingId={booking.id}
        revision={revision}
        onRevision={setRevision}
        back={<a href="/">Back</a>}
        channelBookingLink={(id, text) => <a href={`/c/${id}`}>{text}</a>}
      />
    );
  }
  open(<Page />);
}

test('shows the booking and steps back through its history, marking what changed', async () => {
  openPage(changed);
  expect(
    await screen.findByRole('heading', { level: 1, name: changed.booking.reference ?? '' }),
  ).toBeVisible();
  const timeline = await screen.findByRole('list', { name: 'Timeline' });
  await userEvent.click(within(timeline).getByRole('button', { name: /^Changed/ }));
  expect(await screen.findByText(/as it was after event 4 of 6/)).toBeVisible();
  expect((await screen.findAllByText(/^was /)).length).toBe(3);
  expect(within(timeline).getByRole('button', { name: /^Changed/ })).toHaveAttribute('aria-current', 'step');

  await userEvent.click(screen.getByRole('button', { name: 'One event back' }));
  expect(await screen.findByText(/as it was after event 3 of 6/)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Back to now' }));
  expect(screen.queryByText(/as it was after/)).not.toBeInTheDocument();
});

test('the timeline is walked with arrow keys', async () => {
  openPage(changed);
  const timeline = await screen.findByRole('list', { name: 'Timeline' });
  const [newest, before] = within(timeline).getAllByRole('button');
  newest?.focus();
  await userEvent.keyboard('{ArrowDown}');
  expect(before).toHaveFocus();
  expect(await screen.findByText(/as it was after event 5 of 6/)).toBeVisible();
});

test('the guest is sealed until asked for, and can be hidden again', async () => {
  const known = find(({ guest }) => !guest.erased);
  openPage(known);
  const panel = await screen.findByRole('region', { name: 'Guest' });
  expect(within(panel).queryByText(known.guest.email ?? '')).not.toBeInTheDocument();
  await userEvent.click(within(panel).getByRole('button', { name: 'Open' }));
  expect(await within(panel).findByText(known.guest.email ?? '')).toBeVisible();
  await userEvent.click(within(panel).getByRole('button', { name: 'Hide again' }));
  expect(within(panel).queryByText(known.guest.email ?? '')).not.toBeInTheDocument();
});

test('an erased guest is said to be erased', async () => {
  openPage(find(({ guest }) => guest.erased));
  await userEvent.click(await screen.findByRole('button', { name: 'Open' }));
  expect(await screen.findByText('Erased')).toBeVisible();
});

test('without the scope the guest stays closed and says why', async () => {
  server.use(
    http.get('*/v1/bookings/:id/guest', () => problem(403, 'forbidden', 'Not allowed', 'Needs guests:read.')),
  );
  openPage(changed);
  await userEvent.click(await screen.findByRole('button', { name: 'Open' }));
  expect(await screen.findByText('Needs guests:read.')).toBeVisible();
});

test('a booking that does not exist is said so', async () => {
  openPage({ ...changed, booking: { ...changed.booking, id: 'bkg_00000000000000000000000000' } });
  expect(await screen.findByText('There is nothing here')).toBeVisible();
});
