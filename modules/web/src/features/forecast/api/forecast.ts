import { queryOptions } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '@/lib/api-client';

export type Forecast = Schemas['Forecast'];
export type ForecastDay = Schemas['ForecastDay'];
export type Series = Forecast['series'];

const underWay = new Set<Schemas['ForecastTraining']['state']>(['wanted', 'running']);
export const isUnderWay = (forecast: Forecast) => underWay.has(forecast.training.state);

/** Asked again soon while a training is under way, so that its end is seen. */
export const forecastQuery = (property: string | undefined, series: Series) =>
  queryOptions({
    queryKey: ['forecast', property ?? '', series],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/v1/forecasts/{property}', {
          signal,
          params: { path: { property: property ?? '' }, query: { series } },
        }),
      ),
    enabled: property !== undefined,
    staleTime: 30_000,
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? 3_000 : 300_000),
  });

export const train = (property: string) =>
  unwrap(api.PUT('/v1/forecasts/{property}/training', { params: { path: { property } } }));
