import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { bytes, count, moment } from '@/lib/format';

type State = Schemas['SystemState'];

interface Figure {
  key: 'nodes' | 'journal' | 'deadLetters' | 'quality' | 'vault';
  value: string;
  below: string;
  bad: boolean;
}

/** The five figures that say whether anything needs a look. */
export function Summary({ state }: { state: State }) {
  const { t } = useTranslation('system');
  const { journal, vault, deadLetters, dataQuality, nodes } = state;
  const up = nodes.filter(({ status }) => status === 'up').length;
  const failed = dataQuality.filter(({ status }) => status === 'failed').length;
  const figures: Figure[] = [
    { key: 'nodes', value: `${up}/${nodes.length}`, below: t('summary.nodesBelow'), bad: up < nodes.length },
    { key: 'journal', value: count(journal.events), below: bytes(journal.bytes), bad: false },
    {
      key: 'deadLetters',
      value: count(deadLetters.total),
      below: deadLetters.lastFailedAt ? moment(deadLetters.lastFailedAt) : t('summary.never'),
      bad: deadLetters.total > 0,
    },
    {
      key: 'quality',
      value: t('summary.passed', {
        passed: dataQuality.filter(({ status }) => status === 'passed').length,
        all: dataQuality.length,
      }),
      below: t('summary.failed', { count: failed }),
      bad: failed > 0,
    },
  ];
  if (vault)
    figures.push({
      key: 'vault',
      value: count(vault.subjects),
      below: t('summary.erased', { count: vault.erased }),
      bad: false,
    });
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-3 border border-line bg-line md:grid-cols-[repeat(auto-fit,minmax(10rem,1fr))]">
      {figures.map(({ key, value, below, bad }) => (
        <div key={key} className="bg-surface px-4 py-3 max-md:last:odd:col-span-2 md:px-5">
          <dt className="text-sm font-semibold">{t(`summary.${key}`)}</dt>
          <dd>
            <span className={`figure-lg ${bad ? 'text-bad' : ''}`}>{value}</span>
            <span className="label block">{below}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
