import clsx from 'clsx';
import type { ReactNode } from 'react';

interface Column<T> {
  key: string;
  name: string;
  /** Numbers stand right. */
  number?: boolean;
  /** Leaves on narrow screens. */
  wide?: boolean;
  cell: (row: T) => ReactNode;
}

interface DataTableProps<T> {
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string;
}

/** The house's plain table: the first column names the row. */
export function DataTable<T>({ columns, rows, rowKey }: DataTableProps<T>) {
  const shape = ({ number, wide }: Column<T>) =>
    clsx(number && 'text-right whitespace-nowrap', wide && 'max-md:hidden');
  const edges = '*:px-2 *:first:pl-4 *:last:pr-4 md:*:first:pl-5 md:*:last:pr-5';
  return (
    <table className="figures mb-2 w-full text-base">
      <thead className="label text-left">
        <tr className={clsx(edges, '*:py-1.5 *:font-medium')}>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={shape(column)}>
              {column.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            className={clsx(edges, 'h-(--row) border-t border-line *:py-1.5 hover:bg-sunken')}
          >
            {columns.map((column, index) =>
              index === 0 ? (
                <th key={column.key} scope="row" className="text-left font-medium break-words">
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.key} className={clsx(shape(column), 'text-ink-2')}>
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
