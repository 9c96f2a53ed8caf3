import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/lib/api-client';

export const systemQuery = queryOptions({
  queryKey: ['system'],
  queryFn: ({ signal }) => unwrap(api.GET('/v1/system', { signal })),
});

/** Part of the key is how many there are: another number is another list. */
export const deadLettersQuery = (total: number) =>
  queryOptions({
    queryKey: ['system', 'dead-letters', total],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/system/dead-letters', { signal, params: { query: { limit: 50 } } })),
    enabled: total > 0,
  });
