import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { Async } from '@/ui/async';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/fields';
import { ProblemNote } from '@/ui/problem-note';
import { Sheet } from '@/ui/sheet';
import { faultsQuery, setFaults } from '../api/sync';

type Faults = Schemas['Faults'];
const rates = ['delay', 'duplicate', 'reorder', 'loseRequest', 'loseAnswer', 'refuse'] as const;
const waits = ['delayMillis', 'holdMillis', 'limitPerSecond'] as const;

/** What goes wrong on the way to a channel of the sandbox and back: of a thousand messages, how many. */
export function FaultsSheet({ connection, onClose }: { connection: string; onClose: () => void }) {
  const { t } = useTranslation('channel-sync');
  const query = useQuery(faultsQuery(connection));
  return (
    <Sheet open onClose={onClose} title={t('faults.title')} below={connection}>
      <Async query={query} waiting={<div className="waiting h-80" aria-hidden="true" />}>
        {(faults) => <FaultsForm connection={connection} faults={faults} onDone={onClose} />}
      </Async>
    </Sheet>
  );
}

interface FaultsFormProps {
  connection: string;
  faults: Faults;
  onDone: () => void;
}

function FaultsForm({ connection, faults, onDone }: FaultsFormProps) {
  const { t } = useTranslation('channel-sync');
  const queryClient = useQueryClient();
  const form = useForm<Faults>({ values: faults });
  const save = useMutation({
    mutationFn: (next: Faults) => setFaults(connection, next),
    onSuccess: (set) => {
      queryClient.setQueryData(faultsQuery(connection).queryKey, set);
      onDone();
    },
  });
  const number = (most: number) => ({ valueAsNumber: true, min: 0, max: most, required: true });
  const field = (name: (typeof rates)[number] | (typeof waits)[number], most: number) => (
    <TextField
      key={name}
      type="number"
      min={0}
      max={most}
      inputMode="numeric"
      label={t(`faults.${name}`)}
      error={form.formState.errors[name] && t('faults.range', { most })}
      {...form.register(name, number(most))}
    />
  );

  return (
    <form noValidate className="grid gap-5" onSubmit={form.handleSubmit((next) => save.mutate(next))}>
      <label className="flex min-h-9 items-center gap-2.5 font-medium">
        <input type="checkbox" className="size-4 accent-(--brand)" {...form.register('down')} />
        {t('faults.down')}
      </label>
      <fieldset>
        <legend className="mb-2 font-medium">{t('faults.rates')}</legend>
        <div className="grid grid-cols-2 gap-3">{rates.map((name) => field(name, 1_000))}</div>
      </fieldset>
      <fieldset>
        <legend className="mb-2 font-medium">{t('faults.waits')}</legend>
        <div className="grid grid-cols-2 gap-3">{waits.map((name) => field(name, 10_000))}</div>
      </fieldset>
      {save.isError && <ProblemNote error={save.error} />}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={() => form.reset({ ...faults, ...quiet })}>{t('faults.none')}</Button>
        <Button look="solid" type="submit" aria-disabled={save.isPending}>
          {t('faults.set')}
        </Button>
      </div>
    </form>
  );
}

const quiet = {
  down: false,
  delay: 0,
  duplicate: 0,
  reorder: 0,
  loseRequest: 0,
  loseAnswer: 0,
  refuse: 0,
  limitPerSecond: 0,
};
