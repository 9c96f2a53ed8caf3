import { queryOptions } from '@tanstack/react-query';
import { api, newCommandId, type Schemas, unwrap } from '@/lib/api-client';
import { addDays } from '@/lib/dates';

export const nightsShown = 21;

export const availabilityQuery = (
  propertyId: string | undefined,
  from: string | undefined,
  nights = nightsShown,
) =>
  queryOptions({
    queryKey: ['availability', propertyId ?? '', from ?? '', nights],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/v1/properties/{propertyId}/availability', {
          signal,
          params: {
            path: { propertyId: propertyId ?? '' },
            query: { from: from ?? '', to: addDays(from ?? '', nights) },
          },
        }),
      ),
    enabled: propertyId !== undefined && from !== undefined,
  });

/** One change of one room type. The answer's position makes the next read see it. */
export const changeCalendar = (roomTypeId: string, body: Schemas['CalendarChanges']) =>
  unwrap(
    api.PUT('/v1/room-types/{roomTypeId}/calendar', {
      body,
      params: { path: { roomTypeId }, header: { 'Waymark-Command-Id': newCommandId() } },
    }),
  );
