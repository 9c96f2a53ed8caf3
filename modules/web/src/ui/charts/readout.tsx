/** What stands under the pointer, beside it, on the side that has room. */
interface ReadoutProps {
  x: number;
  width: number;
  title: string;
  rows: readonly (readonly [name: string, value: string])[];
}

export function Readout({ x, width, title, rows }: ReadoutProps) {
  return (
    <div
      aria-hidden="true"
      className="figures pointer-events-none absolute top-6 z-1 grid grid-cols-[auto_auto] gap-x-4 rounded-2 border border-line bg-raised px-3 py-2 text-sm shadow-float"
      style={x < width / 2 ? { left: x + 12 } : { right: width - x + 12 }}
    >
      <strong className="col-span-2 font-semibold">{title}</strong>
      {rows.map(([name, value]) => (
        <div key={name} className="col-span-2 grid grid-cols-subgrid">
          <span className="text-ink-2">{name}</span>
          <span className="text-right font-medium">{value}</span>
        </div>
      ))}
    </div>
  );
}
