import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '@/lib/format';
import { Async } from '@/ui/async';
import { LiveSwitch } from '@/ui/live-switch';
import { PageHeader } from '@/ui/page-header';
import { systemQuery } from './api/system';
import { DeadLetters } from './components/dead-letters';
import { Nodes } from './components/nodes';
import { Pipeline } from './components/pipeline';
import { Projections } from './components/projections';
import { Quality } from './components/quality';
import { Shards } from './components/shards';
import { Summary } from './components/summary';

const refreshMillis = 3_000;

/** How the platform itself is doing. Refreshes on its own until paused; a refresh that fails leaves the last state. */
export function SystemPage() {
  const { t } = useTranslation('system');
  const [live, setLive] = useState(true);
  const query = useQuery({ ...systemQuery, refetchInterval: live ? refreshMillis : false });

  return (
    <div className="grid gap-4 md:gap-5">
      <PageHeader
        title={t('title')}
        below={
          query.data ? (
            <span className={query.isError ? 'text-bad' : ''}>
              {t(query.isError ? 'stale' : 'asOf', { when: moment(query.data.asOf, 'UTC', 'second') })}
            </span>
          ) : (
            <span className="label">{t('loading')}</span>
          )
        }
      >
        <LiveSwitch live={live} onToggle={() => setLive(!live)} />
      </PageHeader>
      <Async query={query} waiting={<Waiting />}>
        {(state) => (
          <div className="grid gap-4 md:gap-5">
            <Summary state={state} />
            <div className="grid items-start gap-4 md:gap-5 xl:grid-cols-2">
              <div className="grid min-w-0 gap-4 md:gap-5">
                <Nodes nodes={state.nodes} />
                <Projections projections={state.projections} />
                <Shards shards={state.shards} />
                <DeadLetters total={state.deadLetters.total} />
              </div>
              <div className="grid min-w-0 gap-4 md:gap-5">
                <Pipeline pipeline={state.pipeline} />
                <Quality checks={state.dataQuality} />
              </div>
            </div>
          </div>
        )}
      </Async>
    </div>
  );
}

function Waiting() {
  return (
    <div className="grid gap-5 xl:grid-cols-2" aria-hidden="true">
      <div className="waiting h-24 xl:col-span-2" />
      <div className="waiting h-64" />
      <div className="waiting h-64" />
    </div>
  );
}
