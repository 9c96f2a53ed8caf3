import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Pause, Play, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { count } from '@/lib/format';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Fact, Facts } from '@/ui/facts';
import { Panel } from '@/ui/panel';
import { ProblemNote } from '@/ui/problem-note';
import { setOutbound } from '../api/sync';

interface ConnectionCardProps {
  connection: Schemas['ChannelConnection'];
  syncs: Schemas['ChannelSync'][];
  onFaults: () => void;
}

/** One channel: how much of it is right, and what may be done about it. */
export function ConnectionCard({ connection, syncs, onFaults }: ConnectionCardProps) {
  const { t } = useTranslation('channel-sync');
  const queryClient = useQueryClient();
  const outbound = connection.outbound;
  const change = useMutation({
    mutationFn: (body: Schemas['OutboundChange']) => setOutbound(connection.name, body),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['channel-sync'] }),
  });
  if (!outbound) return null;
  const sum = (of: (sync: Schemas['ChannelSync']) => number) =>
    syncs.reduce((total, sync) => total + of(sync), 0);
  const right = syncs.filter(({ status }) => status === 'in-sync').length;
  const Icon = outbound.sending ? Pause : Play;

  return (
    <Panel
      title={connection.name}
      hint={t(`kind.${connection.kind}`)}
      aside={outbound.sandbox && <Badge tone="brand">{t('sandbox')}</Badge>}
    >
      <div className="grid gap-3 px-4 pb-4 md:px-5">
        <p className="text-lg font-semibold tracking-[-0.01em]">
          {outbound.sending ? t('right', { right: count(right), all: count(syncs.length) }) : t('stopped')}
        </p>
        <Facts className="figures">
          <Fact name={t('fact.waiting')}>{count(sum(({ waitingDates }) => waitingDates))}</Fact>
          <Fact name={t('fact.diverged')}>{count(sum(({ divergedDates }) => divergedDates))}</Fact>
          <Fact name={t('fact.messages')}>{count(sum(({ messages }) => messages))}</Fact>
          <Fact name={t('fact.failures')}>{count(sum(({ failures }) => failures))}</Fact>
          <Fact name={t('fact.rate')}>{t('perSecond', { number: count(outbound.messagesPerSecond) })}</Fact>
          <Fact name={t('fact.share')}>
            {t(
              `share.${outbound.sellsAllowance ? 'allowance' : 'capacity'}${outbound.keepBack ? 'Kept' : ''}`,
              {
                keepBack: count(outbound.keepBack),
              },
            )}
          </Fact>
        </Facts>
        {change.isError && <ProblemNote error={change.error} />}
        <div className="flex flex-wrap gap-2">
          <Button
            aria-disabled={change.isPending}
            onClick={() => !change.isPending && change.mutate({ sending: !outbound.sending })}
          >
            <Icon className="size-4" aria-hidden="true" />
            {t(outbound.sending ? 'stop' : 'start')}
          </Button>
          {outbound.sandbox && (
            <Button onClick={onFaults}>
              <TriangleAlert className="size-4" aria-hidden="true" />
              {t('faults.open')}
            </Button>
          )}
        </div>
      </div>
    </Panel>
  );
}
