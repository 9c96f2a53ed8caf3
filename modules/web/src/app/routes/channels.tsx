import { getRouteApi } from '@tanstack/react-router';
import { ChannelsPage } from '@/features/channels/channels-page';
import { addWords } from '@/lib/i18n';
import words from '@/locales/en/channels.json';
import { channelBookingLink } from './links';

addWords('channels', words);

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
