import clsx from 'clsx';
import type { ReactNode } from 'react';

const tones = {
  good: 'bg-good-soft text-good',
  bad: 'bg-bad-soft text-bad',
  warn: 'bg-warn-soft text-warn',
  brand: 'bg-brand-soft text-brand-text',
  plain: 'bg-sunken text-ink-2',
} as const;
export type Tone = keyof typeof tones;

/** A state in one word. The word says it; the tone only helps to find it. */
export function Badge({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={clsx(
        'inline-flex h-5.5 items-center rounded-full px-2 text-xs font-medium whitespace-nowrap',
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}
