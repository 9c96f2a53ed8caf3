import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { Badge, type Tone } from '@/ui/badge';

type State = Schemas['SystemState'];
type Word =
  | State['nodes'][number]['status']
  | State['projections'][number]['state']
  | State['pipeline']['state']
  | State['dataQuality'][number]['status'];

const tones: Record<Word, Tone> = {
  joining: 'warn',
  'weakly-up': 'warn',
  up: 'good',
  leaving: 'warn',
  exiting: 'warn',
  down: 'bad',
  removed: 'bad',
  unreachable: 'bad',
  running: 'good',
  behind: 'warn',
  failing: 'bad',
  stopped: 'bad',
  unknown: 'plain',
  starting: 'warn',
  restarting: 'warn',
  passed: 'good',
  failed: 'bad',
  pending: 'plain',
};

export function StateBadge({ state }: { state: Word }) {
  const { t } = useTranslation('system');
  return <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>;
}
