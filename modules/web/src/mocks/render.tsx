import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createAppRouter } from '@/app/router';

const fresh = () =>
  new QueryClient({ defaultOptions: { queries: { retry: false, refetchInterval: false } } });

/** A page on its own, with data from the handlers. */
export function open(page: ReactNode) {
  return render(<QueryClientProvider client={fresh()}>{page}</QueryClientProvider>);
}

/** The router of the whole app at an address. */
export function routerAt(address: string) {
  window.history.replaceState(null, '', address);
  const queryClient = fresh();
  return { queryClient, router: createAppRouter(queryClient) };
}
