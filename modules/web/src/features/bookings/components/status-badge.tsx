import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { Badge, type Tone } from '@/ui/badge';

const tones: Record<Schemas['BookingStatus'], Tone> = {
  requested: 'plain',
  held: 'warn',
  confirmed: 'brand',
  changing: 'warn',
  cancelled: 'bad',
  refused: 'bad',
  expired: 'bad',
  'checked-in': 'good',
  'checked-out': 'plain',
  'no-show': 'bad',
};

export function StatusBadge({ status }: { status: Schemas['BookingStatus'] }) {
  const { t } = useTranslation('bookings');
  return <Badge tone={tones[status]}>{t(`status.${status}`)}</Badge>;
}
