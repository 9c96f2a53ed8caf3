import { getResponse } from 'msw';
import { openSession } from '@/lib/session';
import { demoKey } from '@/mocks/data';
import { handlers } from '@/mocks/handlers';

/** Sample data without a server or a mock service worker (which would fight the PWA's own over the scope). */
const network = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  return (await getResponse(handlers, request)) ?? network(input, init);
};
if (!new URLSearchParams(window.location.search).has('signed-out')) openSession(demoKey);
