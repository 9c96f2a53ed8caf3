import type { ReactNode } from 'react';

interface Fragment {
  text: string;
  marks: number[][];
}

/** A fragment with the places that matched. The server sends text and positions, never HTML. */
export function Highlighted({ fragment }: { fragment: Fragment }) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const [start = 0, end = 0] of fragment.marks) {
    if (start < at || end <= start) continue;
    parts.push(fragment.text.slice(at, start));
    parts.push(
      <mark key={start} className="rounded-1 bg-warn-soft text-inherit">
        {fragment.text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  parts.push(fragment.text.slice(at));
  return <>{parts}</>;
}
