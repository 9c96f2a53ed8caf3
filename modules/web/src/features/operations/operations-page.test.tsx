import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http } from 'msw';
import { expect, test, vi } from 'vitest';
import { allEvents } from '@/mocks/figures';
import { problem } from '@/mocks/handlers';
import { open } from '@/mocks/render';
import { server } from '@/mocks/setup-tests';
import { withArrived } from './api/reservation-stream';
import { OperationsPage } from './operations-page';

function openPage(date?: string) {
  const onChange = vi.fn();
  open(
    <OperationsPage
      date={date}
      onChange={onChange}
      bookingLink={(id, text) => <a href={`/b/${id}`}>{text}</a>}
    />,
  );
  return { onChange };
}

test('shows the numbers, the channels, what came in and how fresh it is', async () => {
  const { onChange } = openPage();
  expect(await screen.findByRole('heading', { name: 'City Hotel' })).toBeVisible();
  expect(screen.getByText('€143.80')).toBeVisible();
  expect(screen.getByText('Warehouse, 240 ms behind')).toBeVisible();
  const mix = screen.getByRole('region', { name: 'Channel mix' });
  expect(within(mix).getByRole('row', { name: /Direct 18.7%/ })).toBeVisible();
  const feed = screen.getByRole('region', { name: 'Reservations in' });
  expect(within(feed).getAllByRole('link').length).toBeGreaterThan(5);
  await userEvent.click(screen.getByRole('radio', { name: '12 weeks' }));
  expect(onChange).toHaveBeenCalledWith(expect.objectContaining({ ahead: 84 }));
});

test('another property is chosen in the title', async () => {
  const { onChange } = openPage();
  await screen.findByRole('option', { name: 'Resort Hotel, Algarve' });
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Property' }), 'RESORT');
  expect(onChange).toHaveBeenCalledWith(expect.objectContaining({ property: 'RESORT' }));
});

test('the chart is walked with arrow keys, and there is a table of the same', async () => {
  openPage();
  const chart = await screen.findByRole('slider', { name: 'Occupancy' });
  chart.focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(chart).toHaveAttribute('aria-valuetext', expect.stringContaining('Sat 15 Jul'));
  await userEvent.click(screen.getByRole('radio', { name: 'Table' }));
  expect(screen.getByRole('row', { name: /Sat 15 Jul/ })).toBeVisible();
});

test('the feed can be paused and resumed', async () => {
  openPage();
  await userEvent.click(await screen.findByRole('button', { name: 'Pause' }));
  expect(screen.getByText('Paused')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Resume' }));
  expect(screen.queryByText('Paused')).not.toBeInTheDocument();
});

test('a past day is said to be one, is stepped through, and nothing moves on it', async () => {
  const { onChange } = openPage('2017-06-30');
  expect(await screen.findByText('The evening of Fri, 30 Jun 2017.')).toBeVisible();
  expect(screen.getByText('On the books that evening')).toBeVisible();
  expect(screen.getByText('up to 30 Jun')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Pause' })).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'A week earlier' }));
  expect(onChange).toHaveBeenLastCalledWith(expect.objectContaining({ date: '2017-06-23' }));
  await userEvent.click(screen.getByRole('button', { name: 'Go to 14 Jul' }));
  expect(onChange).toHaveBeenLastCalledWith(expect.objectContaining({ date: '2017-07-14' }));
});

test('says why it failed, with the request to quote, and tries again', async () => {
  server.use(
    http.get('*/v1/dashboards/operations', () => problem(503, 'unavailable', 'Busy', 'Being rebuilt.'), {
      once: true,
    }),
  );
  openPage();
  expect(await screen.findByText('Being rebuilt.')).toBeVisible();
  expect(screen.getByText('req_demo')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { name: 'City Hotel' })).toBeVisible();
});

test('what arrives is on top, once, and the list does not grow for ever', () => {
  const [a, b, c] = allEvents.slice(0, 3) as [
    (typeof allEvents)[0],
    (typeof allEvents)[0],
    (typeof allEvents)[0],
  ];
  expect(withArrived([a], [b, a, c]).map(({ id }) => id)).toEqual([c.id, b.id, a.id]);
  expect(withArrived([], allEvents)).toHaveLength(40);
});
