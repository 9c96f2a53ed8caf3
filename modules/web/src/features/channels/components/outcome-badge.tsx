import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { Badge, type Tone } from '@/ui/badge';

const tones: Record<Schemas['ChannelOutcome'], Tone> = {
  success: 'good',
  advisory: 'brand',
  warning: 'warn',
  error: 'bad',
  refused: 'bad',
};

export function OutcomeBadge({ outcome }: { outcome: Schemas['ChannelOutcome'] }) {
  const { t } = useTranslation('channels');
  return <Badge tone={tones[outcome]}>{t(`outcome.${outcome}`)}</Badge>;
}
