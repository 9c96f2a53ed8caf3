import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/lib/api-client';

interface OverviewQuestion {
  property: string | undefined;
  date: string | undefined;
}

/** The longest window is asked for once; the page's choice only decides how much of it is drawn. */
export const longestWindow = 84;

export const overviewQuery = ({ property, date }: OverviewQuestion) =>
  queryOptions({
    queryKey: ['operations', 'overview', property ?? '', date ?? ''],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/v1/dashboards/operations', {
          signal,
          params: { query: { days: longestWindow, ...(property && { property }), ...(date && { date }) } },
        }),
      ),
    staleTime: 10_000,
  });
