import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { moment } from '@/lib/format';
import { Async } from '@/ui/async';
import { DataTable } from '@/ui/data-table';
import { Empty } from '@/ui/empty';
import { Panel } from '@/ui/panel';
import { deadLettersQuery } from '../api/system';

/** What the pipeline could not take; read again when their number changes. */
export function DeadLetters({ total }: { total: number }) {
  const { t } = useTranslation('system');
  const query = useQuery(deadLettersQuery(total));
  return (
    <Panel title={t('dead.title')} hint={t('dead.hint')}>
      {total === 0 ? (
        <Empty title={t('dead.none')}>{t('dead.noneHint')}</Empty>
      ) : (
        <Async query={query} waiting={<div className="waiting h-24" aria-hidden="true" />} className="m-4">
          {({ items }) => (
            <DataTable
              rows={items}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'reason',
                  name: t('dead.reason'),
                  cell: ({ reason, persistenceId, sequenceNumber }) => (
                    <>
                      {reason}
                      {persistenceId && (
                        <span className="label block break-all">
                          {persistenceId} {sequenceNumber !== undefined && `#${sequenceNumber}`}
                        </span>
                      )}
                    </>
                  ),
                },
                { key: 'sink', name: t('pipeline.sink'), cell: ({ sink }) => sink },
                {
                  key: 'failed',
                  name: t('dead.failedAt'),
                  number: true,
                  wide: true,
                  cell: ({ failedAt }) => moment(failedAt),
                },
              ]}
            />
          )}
        </Async>
      )}
    </Panel>
  );
}
