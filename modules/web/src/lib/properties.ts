import { queryOptions } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from './api-client';

/** All properties of the tenant: every page that is about one of them offers the others. */
export const propertiesQuery = queryOptions({
  queryKey: ['properties'],
  queryFn: async ({ signal }) => {
    const items: Schemas['Property'][] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: 200, ...(cursor && { cursor }) };
      const page = await unwrap(api.GET('/v1/properties', { signal, params: { query } }));
      items.push(...page.items);
      cursor = page.next;
    } while (cursor);
    return items;
  },
  staleTime: 300_000,
});
