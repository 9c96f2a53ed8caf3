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
    return query.isPlaceholderData ? (
      <div aria-busy="true" className={clsx('opacity-60 transition-opacity duration-(--steady)', className)}>
        {children(query.data)}
      </div>
    ) : (
      children(query.data)
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
