import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, test, vi } from 'vitest';
import { forecast } from '@/mocks/forecasts';
import { problem } from '@/mocks/handlers';
import { open } from '@/mocks/render';
import { server } from '@/mocks/setup-tests';
import { ForecastPage, type ForecastSearch } from './forecast-page';

function openPage(search: ForecastSearch = {}) {
  const onChange = vi.fn();
  open(<ForecastPage search={search} onChange={onChange} />);
  return { onChange };
}

test('shows what is expected, how sure that is, the books and what to look at', async () => {
  const { onChange } = openPage();
  expect(await screen.findByRole('region', { name: 'Occupied rooms' })).toBeVisible();
  expect(screen.getByText(/82% came within the 80% interval/)).toBeVisible();
  const notices = screen.getByRole('list', { name: 'Worth a look' });
  expect(within(notices).getByText('May sell out')).toBeVisible();
  expect(within(notices).getByText('219 came; at most 214 were likely')).toBeVisible();
  expect(screen.getAllByRole('row')).toHaveLength(15);
  await userEvent.click(screen.getByRole('radio', { name: 'Arrivals' }));
  expect(onChange).toHaveBeenCalledWith(expect.objectContaining({ series: 'arrivals' }));
});

test('the keyboard walks through the days', async () => {
  openPage();
  const chart = await screen.findByRole('slider', { name: 'Occupied rooms' });
  chart.focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  expect(chart.getAttribute('aria-valuetext')).toMatch(/Expected .*80% interval .*On the books/);
});

test('a training is asked for, and one under way is waited for', async () => {
  let asked = 0;
  server.use(
    http.put('*/v1/forecasts/:property/training', () => {
      asked += 1;
      return HttpResponse.json({ propertyId: 'prp', requestedAt: '2017-01-01T00:00:00Z' });
    }),
    http.get('*/v1/forecasts/:property', () => {
      const known = forecast('CITY', 'rooms');
      return HttpResponse.json({
        ...known,
        training: { ...known?.training, state: asked ? 'running' : 'ready' },
      });
    }),
  );
  openPage();
  await userEvent.click(await screen.findByRole('button', { name: 'Learn anew' }));
  expect(await screen.findByRole('button', { name: 'Learning' })).toBeDisabled();
  expect(asked).toBe(1);
});

test('without a forecast it says why, and a failure can be tried again', async () => {
  server.use(
    http.get('*/v1/forecasts/:property', () =>
      HttpResponse.json({
        ...forecast('CITY', 'rooms'),
        training: { state: 'failed', failure: 'There are fewer than 70 days to learn from.' },
        days: [],
        past: [],
      }),
    ),
  );
  openPage();
  expect(await screen.findByText('There are fewer than 70 days to learn from.')).toBeVisible();

  server.use(
    http.get('*/v1/forecasts/:property', () => problem(503, 'unavailable', 'Not now', 'Come back later.')),
  );
  openPage({ series: 'arrivals' });
  expect((await screen.findAllByRole('button', { name: 'Try again' })).length).toBeGreaterThan(0);
});
