import clsx from 'clsx';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';

export interface TimelineEntry {
  key: number;
  title: string;
  when: ReactNode;
  detail?: ReactNode;
  tone?: 'plain' | 'bad';
}

interface TimelineProps {
  label: string;
  entries: readonly TimelineEntry[];
  chosen: number | undefined;
  onChoose: (key: number) => void;
}

/** What happened, as a path with posts, oldest at the bottom. One post is where we stand; arrow keys move along. */
export function Timeline({ label, entries, chosen, onChoose }: TimelineProps) {
  const list = useRef<HTMLOListElement>(null);
  const at = entries.findIndex(({ key }) => key === chosen);

  const onKeyDown = (event: KeyboardEvent) => {
    const last = entries.length - 1;
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last }[event.key];
    const entry = next === undefined ? undefined : entries[Math.min(last, Math.max(0, next))];
    if (!entry) return;
    event.preventDefault();
    onChoose(entry.key);
    list.current?.querySelector<HTMLElement>(`[data-key="${entry.key}"]`)?.focus();
  };

  return (
    <ol ref={list} aria-label={label} onKeyDown={onKeyDown} className="relative">
      {entries.map((entry, index) => (
        <li key={entry.key} className="grid grid-cols-[1.25rem_1fr] gap-x-2.5">
          <span
            aria-hidden="true"
            className={clsx(
              'relative flex justify-center before:absolute before:w-px before:bg-line-strong',
              index === 0 ? 'before:top-4' : 'before:top-0',
              index === entries.length - 1 ? 'before:h-4' : 'before:bottom-0',
            )}
          >
            <span
              className={clsx(
                'relative mt-3 size-3 rounded-full ring-3 ring-surface',
                entry.key === chosen
                  ? 'bg-blaze'
                  : entry.tone === 'bad'
                    ? 'border-2 border-bad bg-surface'
                    : 'border-2 border-brand-text bg-surface',
              )}
            />
          </span>
          <div className="min-w-0 pb-3">
            <button
              type="button"
              data-key={entry.key}
              aria-current={entry.key === chosen ? 'step' : undefined}
              onClick={() => onChoose(entry.key)}
              className={clsx(
                'w-full rounded-2 px-2 py-1.5 text-left hover:bg-sunken',
                entry.key === chosen && 'bg-sunken',
              )}
            >
              <span className="block font-medium">{entry.title}</span>
              <span className="label figures block">{entry.when}</span>
            </button>
            {entry.detail && <div className="mt-0.5 px-2">{entry.detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
