import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { Badge, type Tone } from '@/ui/badge';

type Status = Schemas['ChannelSync']['status'];
const tones: Record<Status, Tone> = {
  'in-sync': 'good',
  behind: 'brand',
  sending: 'brand',
  waiting: 'warn',
  diverged: 'bad',
};

export function SyncBadge({ status }: { status: Status }) {
  const { t } = useTranslation('channel-sync');
  return <Badge tone={tones[status]}>{t(`status.${status}`)}</Badge>;
}
