import { queryOptions } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '@/lib/api-client';

/** The connections that tell their channel what it may sell. */
export const outboundQuery = queryOptions({
  queryKey: ['channel-sync', 'connections'],
  queryFn: async ({ signal }) => {
    const page = await unwrap(api.GET('/v1/channel-connections', { signal }));
    return page.items.filter(({ outbound }) => outbound);
  },
});

/** Every room type on every channel, as far as one page holds them. */
export const syncsQuery = queryOptions({
  queryKey: ['channel-sync', 'syncs'],
  queryFn: ({ signal }) =>
    unwrap(api.GET('/v1/channel-syncs', { signal, params: { query: { limit: 200 } } })),
});

export const syncDaysQuery = (channelSyncId: string) =>
  queryOptions({
    queryKey: ['channel-sync', 'days', channelSyncId],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/channel-syncs/{channelSyncId}', { signal, params: { path: { channelSyncId } } })),
  });

export const parityQuery = queryOptions({
  queryKey: ['channel-sync', 'parity'],
  queryFn: ({ signal }) =>
    unwrap(api.GET('/v1/rate-parity', { signal, params: { query: { broken: true } } })),
});

export const faultsQuery = (connection: string) =>
  queryOptions({
    queryKey: ['channel-sync', 'faults', connection],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/v1/channel-connections/{connection}/faults', { signal, params: { path: { connection } } }),
      ),
  });

export const setFaults = (connection: string, body: Schemas['Faults']) =>
  unwrap(api.PUT('/v1/channel-connections/{connection}/faults', { params: { path: { connection } }, body }));

export const setOutbound = (connection: string, body: Schemas['OutboundChange']) =>
  unwrap(
    api.PUT('/v1/channel-connections/{connection}/outbound', { params: { path: { connection } }, body }),
  );
