import { getRouteApi } from '@tanstack/react-router';
import { ChannelsPage } from '@/features/channels/channels-page';
import { channelBookingLink } from './links';

const route = getRouteApi('/console/channels');

export function ChannelsRoute() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <ChannelsPage
      search={search}
      link={channelBookingLink}
      onChange={(next) => navigate({ search: next, resetScroll: false })}
    />
  );
}
