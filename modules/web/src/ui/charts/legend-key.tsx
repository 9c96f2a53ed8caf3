import type { ReactNode } from 'react';

/** One entry of a legend: the mark as it is drawn, then its name. */
export function LegendKey({ mark, name }: { mark: ReactNode; name: string }) {
  return (
    <li className="flex items-center gap-1.5">
      <svg viewBox="0 0 16 10" className="h-2.5 w-4" aria-hidden="true">
        {mark}
      </svg>
      {name}
    </li>
  );
}

export const solidMark = <path d="M0 5h16" className="stroke-brand-text" strokeWidth="2.25" />;
export const dottedMark = (
  <path d="M0 5h16" className="stroke-ink-3" strokeWidth="1.5" strokeDasharray="2 4" strokeLinecap="round" />
);
export const columnMark = <rect width="16" height="10" className="fill-(--seq-4)" />;
