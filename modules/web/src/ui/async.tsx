import type { UseQueryResult } from '@tanstack/react-query';
import clsx from 'clsx';
import type { ReactNode } from 'react';
import { ProblemNote } from './problem-note';

interface AsyncProps<T> {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'isError' | 'isPlaceholderData' | 'refetch'>;
  waiting: ReactNode;
  children: (data: T) => ReactNode;
  className?: string;
}

/** The states of remote data in one place: its shape while waiting, the reason on failure, then the data. */
export function Async<T>({ query, waiting, children, className }: AsyncProps<T>) {
  if (query.data !== undefined)
    // One element for fresh and for dimmed data: what is inside keeps its state when a refresh comes.
    return (
      <div
        aria-busy={query.isPlaceholderData || undefined}
        className={clsx(
          'min-w-0 transition-opacity duration-(--steady)',
          query.isPlaceholderData && 'opacity-60',
        )}
      >
        {children(query.data)}
      </div>
    );
  if (query.isError && query.error)
    return (
      <ProblemNote error={query.error} onRetry={() => query.refetch()} {...(className && { className })} />
    );
  return (
    <div aria-busy="true" role="status" className={className}>
      {waiting}
    </div>
  );
}
