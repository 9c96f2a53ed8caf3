import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ChannelsPage } from '@/features/channels/channels-page';
import { addWords } from '@/lib/i18n';
import words from '@/locales/en/channels.json';
import { channelBookingLink, look } from './links';

addWords('channels', words);

const route = getRouteApi('/console/channels');

export function ChannelsRoute() {
  const { t } = useTranslation('channels');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <ChannelsPage
      search={search}
      link={channelBookingLink}
      sync={
        <Link to="/console/channels/sync" search={{}} className={look}>
          {t('toSync')}
        </Link>
      }
      onChange={(next) => navigate({ search: next, resetScroll: false })}
    />
  );
}
