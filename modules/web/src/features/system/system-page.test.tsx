import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { system } from '@/mocks/operations';
import { open } from '@/mocks/render';
import { server } from '@/mocks/setup-tests';
import { SystemPage } from './system-page';

test('shows nodes, lag, checkpoints, checks and dead letters', async () => {
  open(<SystemPage />);
  const nodes = await screen.findByRole('region', { name: 'Nodes' });
  expect(within(nodes).getByRole('row', { name: /node-1 ?leader/ })).toBeVisible();
  expect(screen.getByText('1,904 done, 2 failed')).toBeVisible();
  const readModels = screen.getByRole('region', { name: 'Read models' });
  expect(within(readModels).getByRole('row', { name: /channel-bookings.*Behind/ })).toBeVisible();
  const quality = screen.getByRole('region', { name: 'Data quality' });
  expect(within(quality).getByText('Failed')).toBeVisible();
  expect(await screen.findByText('The payload is not JSON.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Pause' }));
  expect(screen.getByRole('button', { name: 'Resume' })).toBeVisible();
});

test('a young system has nothing to show and says so', async () => {
  const young = { ...system, shards: [], projections: [], dataQuality: [], deadLetters: { total: 0 } };
  server.use(http.get('*/v1/system', () => HttpResponse.json(young)));
  open(<SystemPage />);
  expect(await screen.findByText('No read model is running')).toBeVisible();
  expect(screen.getByText('No check has been set up')).toBeVisible();
  expect(screen.getByText('No shard has been started yet')).toBeVisible();
  expect(screen.getByText('None')).toBeVisible();
});
