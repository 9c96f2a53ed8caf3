import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { readFilters } from '@/features/bookings/api/search';
import { parseSearch, stringifySearch } from '@/lib/search-params';
import { currentSession } from '@/lib/session';
import { Crashed, NotFound } from './dead-ends';
import {
  analysisSearch,
  availabilitySearch,
  bookingSearch,
  channelSyncSearch,
  channelsSearch,
  forecastSearch,
  operationsSearch,
  signInSearch,
} from './searches';

/** One chunk per page; the shell around the console's pages is one more. */
const root = createRootRouteWithContext<{ queryClient: QueryClient }>()();

const toOperations = () => {
  throw redirect({ to: '/console/operations', search: {} });
};

const home = createRoute({ getParentRoute: () => root, path: '/', beforeLoad: toOperations });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import('./routes/sign-in'), 'SignInRoute'),
});

const area = createRoute({
  getParentRoute: () => root,
  path: '/console',
  beforeLoad: ({ location }) => {
    if (!currentSession().key) throw redirect({ to: '/sign-in', search: { next: location.href } });
  },
  component: lazyRouteComponent(() => import('./console-shell'), 'ConsoleShell'),
});

const areaHome = createRoute({ getParentRoute: () => area, path: '/', beforeLoad: toOperations });

const operations = createRoute({
  getParentRoute: () => area,
  path: '/operations',
  validateSearch: operationsSearch,
  component: lazyRouteComponent(() => import('./routes/operations'), 'OperationsRoute'),
});

const analysis = createRoute({
  getParentRoute: () => area,
  path: '/analysis',
  validateSearch: analysisSearch,
  component: lazyRouteComponent(() => import('./routes/analysis'), 'AnalysisRoute'),
});

const bookings = createRoute({
  getParentRoute: () => area,
  path: '/bookings',
  validateSearch: readFilters,
  component: lazyRouteComponent(() => import('./routes/bookings'), 'BookingsRoute'),
});

const booking = createRoute({
  getParentRoute: () => area,
  path: '/bookings/$bookingId',
  validateSearch: bookingSearch,
  component: lazyRouteComponent(() => import('./routes/booking'), 'BookingRoute'),
});

const availability = createRoute({
  getParentRoute: () => area,
  path: '/availability',
  validateSearch: availabilitySearch,
  component: lazyRouteComponent(() => import('./routes/availability'), 'AvailabilityRoute'),
});

const forecast = createRoute({
  getParentRoute: () => area,
  path: '/forecast',
  validateSearch: forecastSearch,
  component: lazyRouteComponent(() => import('./routes/forecast'), 'ForecastRoute'),
});

const channels = createRoute({
  getParentRoute: () => area,
  path: '/channels',
  validateSearch: channelsSearch,
  component: lazyRouteComponent(() => import('./routes/channels'), 'ChannelsRoute'),
});

const channelBooking = createRoute({
  getParentRoute: () => area,
  path: '/channels/bookings/$channelBookingId',
  component: lazyRouteComponent(() => import('./routes/channel-booking'), 'ChannelBookingRoute'),
});

const channelSync = createRoute({
  getParentRoute: () => area,
  path: '/channels/sync',
  validateSearch: channelSyncSearch,
  component: lazyRouteComponent(() => import('./routes/channel-sync'), 'ChannelSyncRoute'),
});

const system = createRoute({
  getParentRoute: () => area,
  path: '/system',
  component: lazyRouteComponent(() => import('./routes/system'), 'SystemRoute'),
});

const routeTree = root.addChildren([
  home,
  signIn,
  area.addChildren([
    areaHome,
    operations,
    analysis,
    forecast,
    bookings,
    booking,
    availability,
    channels,
    channelBooking,
    channelSync,
    system,
  ]),
]);

export const createAppRouter = (queryClient: QueryClient) =>
  createRouter({
    routeTree,
    context: { queryClient },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultNotFoundComponent: NotFound,
    defaultErrorComponent: Crashed,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
