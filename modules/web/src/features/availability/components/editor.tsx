import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { day } from '@/lib/format';
import { Button } from '@/ui/button';
import { SelectField, TextField } from '@/ui/fields';
import { ProblemNote } from '@/ui/problem-note';
import { Sheet } from '@/ui/sheet';
import { availabilityQuery, changeCalendar } from '../api/availability';
import { type DayChange, exclusive, previewOf, withChange } from '../calendar';
import { PreviewList } from './preview-list';

interface EditorProps {
  availability: Schemas['Availability'];
  /** What was selected: the range, both ends inside, and the room types. */
  from: string;
  lastNight: string;
  roomTypeIds: string[];
  onClose: () => void;
  onDone: (roomTypes: number) => void;
}

const keep = 'keep';
const switches = ['closed', 'closedToArrival', 'closedToDeparture'] as const;
const numbers = ['capacity', 'allowance', 'minStay'] as const;
const most = { capacity: 100_000, allowance: 100_000, minStay: 365 } as const;

interface Fields {
  from: string;
  lastNight: string;
  roomTypeIds: string[];
  capacity: string;
  allowance: string;
  minStay: string;
  closed: string;
  closedToArrival: string;
  closedToDeparture: string;
  reason: string;
}

/** The change that the fields describe; an empty field or "leave" changes nothing. */
function changeOf(fields: Partial<Fields>): DayChange {
  const change: DayChange = {};
  for (const name of numbers) {
    const text = fields[name]?.trim();
    if (text) change[name] = Number(text);
  }
  for (const name of switches) if (fields[name] !== keep) change[name] = fields[name] === 'yes';
  return change;
}

/** Changes a range of nights of some room types. Says what it will do before it does it. */
export function Editor({ availability, from, lastNight, roomTypeIds, onClose, onDone }: EditorProps) {
  const { t } = useTranslation('availability');
  const queryClient = useQueryClient();
  const form = useForm<Fields>({
    defaultValues: {
      from,
      lastNight,
      roomTypeIds,
      capacity: '',
      allowance: '',
      minStay: '',
      closed: keep,
      closedToArrival: keep,
      closedToDeparture: keep,
      reason: '',
    },
  });
  const fields = useWatch({ control: form.control });
  const { errors } = form.formState;

  const change = changeOf(fields);
  const range = { from: fields.from || from, to: exclusive(fields.lastNight || lastNight) };
  const chosen = availability.roomTypes.filter(({ roomTypeId }) => fields.roomTypeIds?.includes(roomTypeId));
  const previews = previewOf(chosen, range, change);
  const changesNothing = Object.keys(change).length === 0;
  const refused = previews.some(({ oversold }) => oversold.length > 0);
  const { queryKey } = availabilityQuery(availability.propertyId, availability.from, length(availability));

  const save = useMutation({
    mutationFn: async (reason: string) => {
      const body = { changes: [{ ...range, ...change }], ...(reason && { reason }) };
      // One after the other: the position of the last one covers all before it.
      for (const { roomTypeId } of chosen) await changeCalendar(roomTypeId, body);
    },
    onMutate: async () => {
      await queryClient.cancelQueries({ queryKey });
      const before = queryClient.getQueryData<Schemas['Availability']>(queryKey);
      if (before)
        queryClient.setQueryData(
          queryKey,
          chosen.reduce((now, { roomTypeId }) => withChange(now, roomTypeId, range, change), before),
        );
      return before;
    },
    onError: (_error, _reason, before) => {
      if (before) queryClient.setQueryData(queryKey, before);
    },
    onSuccess: () => onDone(chosen.length),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['availability'] }),
  });

  const submit = form.handleSubmit(({ reason }) => save.mutate(reason.trim()));
  const whole = (limit: number) => ({
    validate: (text: string) =>
      text.trim() === '' ||
      (/^\d+$/.test(text.trim()) && Number(text) <= limit) ||
      t('edit.whole', { limit }),
  });

  return (
    <Sheet
      open
      onClose={onClose}
      title={t('edit.title')}
      below={t('edit.below')}
      footer={
        <>
          <Button look="quiet" onClick={onClose}>
            {t('edit.cancel')}
          </Button>
          <Button
            look="solid"
            disabled={changesNothing || chosen.length === 0 || refused}
            aria-disabled={save.isPending}
            onClick={() => !save.isPending && submit()}
          >
            {save.isPending
              ? t('edit.saving')
              : t('edit.save', { count: Math.max(0, previews[0]?.nights ?? 0) * chosen.length })}
          </Button>
        </>
      }
    >
      <form onSubmit={submit} noValidate className="grid gap-4">
        <div className="grid grid-cols-2 gap-3">
          <TextField
            label={t('edit.from')}
            type="date"
            error={errors.from?.message}
            {...form.register('from', { required: t('edit.dateRequired') })}
          />
          <TextField
            label={t('edit.lastNight')}
            type="date"
            error={errors.lastNight?.message}
            {...form.register('lastNight', {
              required: t('edit.dateRequired'),
              validate: (last, { from: first }) => last >= first || t('edit.order'),
            })}
          />
        </div>
        <fieldset>
          <legend className="label mb-1">{t('edit.roomTypes')}</legend>
          <div className="grid grid-cols-2 gap-x-3">
            {availability.roomTypes.map(({ roomTypeId, name }) => (
              <label key={roomTypeId} className="flex min-h-8 items-center gap-2.5">
                <input
                  type="checkbox"
                  value={roomTypeId}
                  className="size-4 accent-(--brand)"
                  {...form.register('roomTypeIds')}
                />
                <span className="min-w-0 truncate">{name}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <div className="grid grid-cols-3 gap-3">
          {numbers.map((name) => (
            <TextField
              key={name}
              label={t(`field.${name}`)}
              type="text"
              inputMode="numeric"
              placeholder={t('edit.keep')}
              error={errors[name]?.message}
              {...form.register(name, whole(most[name]))}
            />
          ))}
        </div>
        <div className="grid gap-3 sm:grid-cols-3">
          {switches.map((name) => (
            <SelectField
              key={name}
              label={t(`field.${name}`)}
              value={fields[name] ?? keep}
              options={[keep, 'yes', 'no'].map((value) => ({
                value,
                label: t(`choice.${name}.${value}` as 'choice.closed.keep'),
              }))}
              onChange={(value) => form.setValue(name, value)}
            />
          ))}
        </div>
        <TextField label={t('edit.reason')} maxLength={500} {...form.register('reason')} />
        <section aria-label={t('edit.preview')} aria-live="polite" className="rounded-2 bg-sunken px-4 py-3">
          <p className="label mb-1">
            {t('edit.previewRange', {
              from: day(range.from, 'long'),
              to: day(fields.lastNight || lastNight, 'long'),
            })}
          </p>
          {changesNothing ? (
            <p className="text-ink-2">{t('edit.nothing')}</p>
          ) : (
            <PreviewList previews={previews} />
          )}
        </section>
        {save.isError && <ProblemNote error={save.error} title={t('edit.failed')} />}
      </form>
    </Sheet>
  );
}

const length = ({ roomTypes }: Schemas['Availability']) => roomTypes[0]?.days.length ?? 0;
