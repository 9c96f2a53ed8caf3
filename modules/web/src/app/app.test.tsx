import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http } from 'msw';
import { expect, test, vi } from 'vitest';
import { closeSession, currentSession } from '@/lib/session';
import { demoKey } from '@/mocks/data';
import { problem } from '@/mocks/handlers';
import { routerAt } from '@/mocks/render';
import { server } from '@/mocks/setup-tests';

vi.mock('virtual:pwa-register/react', () => ({
  useRegisterSW: () => ({ needRefresh: [false], updateServiceWorker: () => {} }),
}));

function openApp(address: string) {
  const { queryClient, router } = routerAt(address);
  render(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return router;
}

test('without a key the way leads over the sign-in page and back to where it was going', async () => {
  closeSession();
  const router = openApp('/console/system');
  const key = await screen.findByLabelText('API key');
  await userEvent.type(key, 'nonsense{Enter}');
  expect(await screen.findByText('A key starts with wmk_.')).toBeVisible();
  await userEvent.clear(key);
  await userEvent.type(key, 'wmk_unknown_key{Enter}');
  expect(await screen.findByText('This key was refused')).toBeVisible();
  expect(screen.getByText('This key is not known.')).toBeVisible();
  await userEvent.clear(key);
  await userEvent.type(key, `${demoKey}{Enter}`);
  expect(await screen.findByRole('heading', { name: 'System' })).toBeVisible();
  expect(router.state.location.pathname).toBe('/console/system');
  expect(currentSession().key).toBe(demoKey);
});

test('a key that is refused on the way ends at the sign-in page, which says why', async () => {
  server.use(
    http.get('*/v1/system', () => problem(401, 'unauthenticated', 'Wrong', 'This key was withdrawn.')),
  );
  openApp('/console/system');
  expect(await screen.findByText('This key was withdrawn.')).toBeVisible();
  expect(screen.getByLabelText('API key')).toBeVisible();
});

test('the menu leads to every page, and out', async () => {
  openApp('/console/system');
  await screen.findByRole('heading', { name: 'System' });
  await userEvent.click(screen.getAllByRole('link', { name: 'Channels' })[0] as HTMLElement);
  expect(await screen.findByRole('heading', { name: 'Channels' })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Sign out' }));
  expect(await screen.findByLabelText('API key')).toBeVisible();
  expect(currentSession().key).toBeUndefined();
});

test('an address that leads nowhere says so', async () => {
  openApp('/console/nowhere');
  expect(await screen.findByRole('heading', { name: 'There is no page here' })).toBeVisible();
});

test('the sign-in page sends nobody to another site', async () => {
  closeSession();
  const router = openApp('/sign-in?next=//evil.example');
  await screen.findByLabelText('API key');
  expect(router.state.location.search).toEqual({});
});
