import { queryOptions } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '@/lib/api-client';
import { stringifySearch } from '@/lib/search-params';

export const dashboardNames = [
  'pick-up',
  'occupancy',
  'adr',
  'revenue',
  'cancellations',
  'channels',
  'markets',
  'countries',
  'lead-time',
  'length-of-stay',
] as const satisfies Schemas['DashboardName'][];

/** What is asked of a dashboard; the address of the page is made of it. */
export interface DashboardQuestion {
  property?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  bucket?: 'day' | 'week' | 'month' | undefined;
  compare?: 'year' | undefined;
}

const present = ({ property, from, to, bucket, compare }: DashboardQuestion) => ({
  ...(property && { property }),
  ...(from && { from }),
  ...(to && { to }),
  ...(bucket && { bucket }),
  ...(compare && { compare }),
});

export const dashboardQuery = (dashboard: Schemas['DashboardName'], question: DashboardQuestion) =>
  queryOptions({
    queryKey: ['dashboard', dashboard, present(question)],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/v1/dashboards/{dashboard}', {
          signal,
          params: { path: { dashboard }, query: present(question) },
        }),
      ),
    staleTime: 30_000,
  });

export const exportPath = (dashboard: Schemas['DashboardName'], question: DashboardQuestion) =>
  `/v1/exports/dashboards/${dashboard}.csv${stringifySearch(present(question))}`;
