import clsx from 'clsx';
import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api-client';
import { isWeekend } from '@/lib/dates';
import { day as dayText, percent } from '@/lib/format';
import { stepOf } from '@/lib/scale';
import {
  contains,
  type Day,
  forSale,
  fullness,
  type Place,
  type Selection,
  step,
  together,
} from '../calendar';
import { describe } from './describe';

export type Shown = 'free' | 'sold' | 'share';

interface GridProps {
  availability: Schemas['Availability'];
  today: string | undefined;
  shown: Shown;
  selection: Selection;
  onSelect: (selection: Selection) => void;
  onEdit: () => void;
}

const steps = 7;

/** Room types down, dates across. One cell takes the focus; arrows move it, Shift stretches, Enter edits. */
export function Grid({ availability, today, shown, selection, onSelect, onEdit }: GridProps) {
  const { t } = useTranslation('availability');
  const body = useRef<HTMLTableSectionElement>(null);
  const moved = useRef(false);
  const { roomTypes, from } = availability;
  const dates = roomTypes[0]?.days.map(({ date }) => date) ?? [];
  const { focus } = selection;

  useEffect(() => {
    // Only when a key moved it: a page that opens must not pull the focus here.
    if (!moved.current) return;
    moved.current = false;
    body.current?.querySelector<HTMLElement>(`[data-at="${focus.row} ${focus.column}"]`)?.focus();
  }, [focus]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onEdit();
      return;
    }
    const next = step(event.key, focus, roomTypes.length, dates.length, event.ctrlKey || event.metaKey);
    if (!next) return;
    event.preventDefault();
    moved.current = true;
    onSelect({ anchor: event.shiftKey ? selection.anchor : next, focus: next });
  };
  const choose = (place: Place) => (event: MouseEvent) =>
    onSelect({ anchor: event.shiftKey ? selection.anchor : place, focus: place });
  const stretch = (place: Place) => (event: MouseEvent) => {
    if (event.buttons === 1) onSelect({ anchor: selection.anchor, focus: place });
  };

  return (
    <div className="max-h-[72dvh] overflow-auto overscroll-x-contain">
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table one can move in
        role="grid"
        aria-label={t('grid')}
        aria-multiselectable="true"
        className="figures w-full border-separate border-spacing-0.5 text-sm select-none"
      >
        <thead className="sticky top-0 z-2 bg-surface">
          <tr>
            <th
              scope="col"
              className="label sticky left-0 z-2 min-w-36 bg-surface px-2 text-left font-medium max-sm:min-w-24"
            >
              {t('roomType')}
            </th>
            {dates.map((date) => (
              <th
                key={date}
                scope="col"
                className={clsx(
                  'label min-w-10 px-0.5 pt-1 pb-1.5 text-center font-medium',
                  isWeekend(date) && 'text-ink',
                )}
              >
                <span className="block">{dayText(date, 'weekday').slice(0, 2)}</span>
                <span
                  className={clsx(
                    'block whitespace-nowrap',
                    date === today && 'rounded-1 bg-blaze-text px-1 text-surface',
                  )}
                >
                  {dayText(date)}
                </span>
              </th>
            ))}
          </tr>
          <tr>
            <th scope="row" className="label sticky left-0 z-2 bg-surface px-2 text-left font-medium">
              {t('all')}
            </th>
            {together(roomTypes, from, dates.length).map(({ date, forSale: isForSale, free, share }) => (
              <td key={date} className="pb-1 text-center">
                <span className="block font-medium">
                  {!isForSale ? '–' : shown === 'free' ? free : percent(share)}
                </span>
                <span className="mx-1 block h-1 rounded-full bg-sunken" aria-hidden="true">
                  <span
                    className="block h-1 rounded-full bg-(--brand)"
                    style={{ width: `${Math.min(1, share) * 100}%` }}
                  />
                </span>
              </td>
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={onKeyDown}>
          {roomTypes.map((type, row) => (
            <tr key={type.roomTypeId}>
              <th scope="row" className="sticky left-0 z-1 bg-surface px-2 text-left font-medium">
                <span className="line-clamp-2 leading-tight">{type.name}</span>
                {!type.name.endsWith(type.code) && <span className="label">{type.code}</span>}
              </th>
              {type.days.map((day, column) => {
                const place = { row, column };
                const here = focus.row === row && focus.column === column;
                return (
                  <td
                    key={day.date}
                    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: see the table
                    role="gridcell"
                    data-at={`${row} ${column}`}
                    tabIndex={here ? 0 : -1}
                    aria-selected={contains(selection, place)}
                    onMouseDown={choose(place)}
                    onMouseEnter={stretch(place)}
                    onDoubleClick={onEdit}
                    className={clsx(
                      'relative h-12 min-w-10 cursor-cell rounded-1 text-center align-middle',
                      contains(selection, place) && 'outline-2 -outline-offset-1 outline-ink',
                    )}
                    style={paint(day)}
                  >
                    <span className="sr-only">{describe(t, type.name, day)}</span>
                    <Cell day={day} shown={shown} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function paint(day: Day) {
  if (day.closed || !forSale(day)) return { background: 'var(--sunken)', color: 'var(--ink-2)' };
  const tone = stepOf(fullness(day), [0, 1.0001], steps);
  return { background: `var(--seq-${tone})`, color: tone > 4 ? 'var(--on-seq-high)' : 'var(--on-seq-low)' };
}

function Cell({ day, shown }: { day: Day; shown: Shown }) {
  const { t } = useTranslation('availability');
  const text = { free: String(day.free), sold: String(day.sold + day.held), share: percent(fullness(day)) }[
    shown
  ];
  return (
    <span
      aria-hidden="true"
      className={clsx('flex h-full flex-col items-center justify-center', day.closed && 'hatched rounded-1')}
    >
      <span className={clsx('leading-4 font-medium', day.closed && 'rounded-1 bg-sunken px-0.5 text-xs')}>
        {day.closed ? t('mark.closed') : forSale(day) ? text : '–'}
      </span>
      {(day.minStay || day.closedToArrival || day.closedToDeparture) && (
        <span className="flex items-center gap-0.5 text-xs leading-3 [font-stretch:86%]">
          {day.minStay ? `≥${day.minStay}` : ''}
          {day.closedToArrival && <NoArrival />}
          {day.closedToDeparture && <NoDeparture />}
        </span>
      )}
    </span>
  );
}

/** A path that stops at a bar: nobody may arrive. */
export function NoArrival() {
  return (
    <svg
      viewBox="0 0 10 10"
      className="size-2.5 fill-none stroke-current"
      strokeWidth="1.5"
      aria-hidden="true"
    >
      <path d="M1 5h5M4 2.5 6.5 5 4 7.5M9 1v8" />
    </svg>
  );
}
/** A path that starts behind a bar: nobody may leave. */
export function NoDeparture() {
  return (
    <svg
      viewBox="0 0 10 10"
      className="size-2.5 fill-none stroke-current"
      strokeWidth="1.5"
      aria-hidden="true"
    >
      <path d="M1 1v8M3 5h5M6 2.5 8.5 5 6 7.5" />
    </svg>
  );
}
