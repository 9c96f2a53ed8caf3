import '@/styles.css';
import '@/lib/i18n';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiProblem } from '@/lib/api-client';
import { takeKeyFromAddress } from '@/lib/session';
import { createAppRouter } from './router';

takeKeyFromAddress(window.location, window.history);
if (import.meta.env.VITE_DEMO) await import('./demo');

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // What the server refused stays refused; what broke is tried again.
      retry: (failures, error) => failures < 2 && !(error instanceof ApiProblem && error.status < 500),
    },
  },
});

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={createAppRouter(queryClient)} />
      </QueryClientProvider>
    </StrictMode>,
  );
