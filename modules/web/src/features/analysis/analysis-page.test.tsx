import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { dashboard } from '@/mocks/figures';
import { problem } from '@/mocks/handlers';
import { open } from '@/mocks/render';
import { server } from '@/mocks/setup-tests';
import { AnalysisPage, type AnalysisSearch } from './analysis-page';
import { dashboardNames } from './api/dashboards';

function openPage(start: AnalysisSearch = {}) {
  function Page() {
    const [search, setSearch] = useState(start);
    return (
      <AnalysisPage
        search={search}
        onChange={setSearch}
        tab={(view, label) => (
          <button type="button" onClick={() => setSearch({ ...search, view })}>
            {label}
          </button>
        )}
      />
    );
  }
  open(<Page />);
}

test.each(dashboardNames)('%s is drawn and stands in a table as well', async (view) => {
  openPage({ view, from: '2017-06-20', to: '2017-07-15' });
  expect(await screen.findByText('Warehouse, 240 ms behind')).toBeVisible();
  await userEvent.click(screen.getByRole('radio', { name: 'Table' }));
  const table = await screen.findByRole('table');
  expect(within(table).getAllByRole('row').length).toBeGreaterThan(3);
  expect(within(table).getByRole('row', { name: /^All/ })).toBeVisible();
});

test('a measure is chosen among the totals and then drawn', async () => {
  openPage({ view: 'adr' });
  await userEvent.click(await screen.findByRole('button', { name: /^RevPAR/ }));
  const chart = screen.getByRole('slider', { name: 'RevPAR' });
  chart.focus();
  await userEvent.keyboard('{End}');
  expect(chart).toHaveAttribute('aria-valuetext', expect.stringMatching(/RevPAR €.*Last year €/));
});

test('the comparison can be left out', async () => {
  let asked = '';
  server.use(
    http.get('*/v1/dashboards/pick-up', ({ request }) => {
      asked = new URL(request.url).search;
      return HttpResponse.json(dashboard('pick-up', new URL(request.url).searchParams));
    }),
  );
  openPage();
  await screen.findAllByText('vs last year');
  expect(asked).toContain('compare=year');
  await userEvent.click(screen.getByRole('radio', { name: 'Alone' }));
  await vi.waitFor(() => expect(screen.queryByText('vs last year')).not.toBeInTheDocument());
  expect(asked).not.toContain('compare');
});

test('an empty range says what to do', async () => {
  server.use(
    http.get('*/v1/dashboards/pick-up', ({ request }) =>
      HttpResponse.json({ ...dashboard('pick-up', new URL(request.url).searchParams), rows: [] }),
    ),
  );
  openPage();
  expect(await screen.findByText('Nothing in this range')).toBeVisible();
});

test('a failed export is said beside its button', async () => {
  server.use(
    http.get('*/v1/exports/dashboards/*', () =>
      problem(503, 'unavailable', 'Busy', 'The warehouse is away.'),
    ),
  );
  openPage();
  await userEvent.click(await screen.findByRole('button', { name: 'Export CSV' }));
  expect(await screen.findByText('The warehouse is away.')).toBeVisible();
});
