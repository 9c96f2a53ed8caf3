import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SyncPage } from '@/features/channel-sync/sync-page';
import { addWords } from '@/lib/i18n';
import words from '@/locales/en/channel-sync.json';
import { look } from './links';

addWords('channel-sync', words);

const route = getRouteApi('/console/channels/sync');

export function ChannelSyncRoute() {
  const { t } = useTranslation('channel-sync');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <SyncPage
      search={search}
      onChange={(next) => navigate({ search: next, resetScroll: false })}
      messages={
        <Link to="/console/channels" search={{}} className={look}>
          {t('toMessages')}
        </Link>
      }
    />
  );
}
