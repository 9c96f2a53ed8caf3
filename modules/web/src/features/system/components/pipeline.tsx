import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { bytes, count, duration, moment } from '@/lib/format';
import { DataTable } from '@/ui/data-table';
import { Fact, Facts } from '@/ui/facts';
import { Panel } from '@/ui/panel';
import { Lag } from './lag';
import { StateBadge } from './state-badge';

type State = Schemas['SystemState'];

/** The stream job: its checkpoints and how far its sinks are behind. */
export function Pipeline({ pipeline }: { pipeline: State['pipeline'] }) {
  const { t } = useTranslation('system');
  const { checkpoints, lag = [] } = pipeline;
  return (
    <Panel title={t('pipeline.title')} aside={<StateBadge state={pipeline.state} />}>
      <div className="px-4 pb-3 md:px-5">
        {pipeline.detail && <p className="text-ink-2">{pipeline.detail}</p>}
        <Facts className="sm:grid-cols-3">
          <Fact name={t('pipeline.checkpoints')}>
            {checkpoints &&
              t('pipeline.checkpointCount', {
                number: count(checkpoints.completed),
                failed: count(checkpoints.failed),
              })}
          </Fact>
          <Fact name={t('pipeline.last')}>
            {checkpoints?.lastCompletedAt && moment(checkpoints.lastCompletedAt, 'UTC', 'second')}
          </Fact>
          <Fact name={t('pipeline.size')}>
            {checkpoints?.lastSizeBytes !== undefined &&
              `${bytes(checkpoints.lastSizeBytes)}${checkpoints.lastDurationMillis === undefined ? '' : `, ${duration(checkpoints.lastDurationMillis)}`}`}
          </Fact>
          <Fact name={t('pipeline.restarts')}>{pipeline.restarts}</Fact>
          <Fact name={t('pipeline.started')}>{pipeline.startedAt && moment(pipeline.startedAt)}</Fact>
          <Fact name={t('pipeline.job')}>
            {pipeline.jobId && <code className="text-sm break-all">{pipeline.jobId}</code>}
          </Fact>
        </Facts>
      </div>
      {lag.length > 0 && (
        <DataTable
          rows={lag}
          rowKey={({ sink }) => sink}
          columns={[
            { key: 'sink', name: t('pipeline.sink'), cell: ({ sink }) => sink },
            {
              key: 'lag',
              name: t('lag'),
              number: true,
              cell: ({ lagMillis, lagEvents }) => <Lag millis={lagMillis} events={lagEvents} />,
            },
          ]}
        />
      )}
    </Panel>
  );
}
